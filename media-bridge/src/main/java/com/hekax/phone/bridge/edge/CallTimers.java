package com.hekax.phone.bridge.edge;

import com.hekax.phone.bridge.conversation.Timer;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The timers of one call, on its event loop. */
final class CallTimers {
  private final EventLoop loop;
  private final Consumer<Timer> fired;
  private final Map<Timer, ScheduledFuture<?>> running = new EnumMap<>(Timer.class);

  CallTimers(EventLoop loop, Consumer<Timer> fired) {
    this.loop = loop;
    this.fired = fired;
  }

  void start(Timer timer, Duration after) {
    stop(timer);
    running.put(timer, loop.schedule(() -> fire(timer), after.toMillis(), TimeUnit.MILLISECONDS));
  }

  void stop(Timer timer) {
    var future = running.remove(timer);
    if (future != null) {
      future.cancel(false);
    }
  }

  void stopAll() {
    running.values().forEach(future -> future.cancel(false));
    running.clear();
  }

  private void fire(Timer timer) {
    running.remove(timer);
    fired.accept(timer);
  }
}
