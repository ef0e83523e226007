package com.hekax.phone.bridge.conversation;

import com.hekax.phone.bridge.conversation.Effect.StartTimer;
import com.hekax.phone.bridge.conversation.Effect.StopTimer;
import com.hekax.phone.bridge.conversation.Effect.Tell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The effects of the signal that is being answered, in their order. */
final class Effects {
  private final List<Effect> effects = new ArrayList<>();

  void add(Effect effect) {
    effects.add(effect);
  }

  void start(Timer timer, Duration after) {
    add(new StartTimer(timer, after));
  }

  void stop(Timer timer) {
    add(new StopTimer(timer));
  }

  void tell(Happening happening, Object detail) {
    add(new Tell(happening, String.valueOf(detail)));
  }

  /** All of them; afterwards there are none. */
  List<Effect> take() {
    var taken = List.copyOf(effects);
    effects.clear();
    return taken;
  }
}
