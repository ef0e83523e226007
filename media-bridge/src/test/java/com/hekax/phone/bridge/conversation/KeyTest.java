package com.hekax.phone.bridge.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.bridge.conversation.Effect.AddItem;
import com.hekax.phone.bridge.conversation.Effect.CancelResponse;
import com.hekax.phone.bridge.conversation.Effect.ClearPlayback;
import com.hekax.phone.bridge.conversation.Effect.CreateResponse;
import com.hekax.phone.bridge.conversation.Effect.TruncateItem;
import com.hekax.phone.bridge.conversation.Item.CallerText;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyTest extends CallTest {
  private static final CreateResponse ANSWER = new CreateResponse(ResponseOrder.answer());

  @BeforeEach
  void given_a_call_in_which_both_talk() {
    talking();
  }

  @Test
  void keys_are_told_as_one_number_at_the_hash() {
    on(new Signal.KeyPressed(now, '5'));
    on(new Signal.KeyPressed(now, '1'));

    assertThat(on(new Signal.KeyPressed(now, '#')))
        .containsExactly(new AddItem(new CallerText("[caller pressed keys: 51]")), ANSWER);
  }

  @Test
  void keys_are_told_as_one_number_after_a_pause() {
    on(new Signal.KeyPressed(now, '7'));

    assertThat(fire(Timer.KEYS))
        .containsExactly(new AddItem(new CallerText("[caller pressed keys: 7]")), ANSWER);
    assertThat(fire(Timer.KEYS)).isEmpty();
  }

  @Test
  void a_hash_alone_is_told_too_because_it_interrupts() {
    assertThat(on(new Signal.KeyPressed(now, '#')))
        .containsExactly(new AddItem(new CallerText("[caller pressed keys: #]")), ANSWER);
  }

  @Test
  void a_key_interrupts_the_assistant_and_the_model_is_told_to_stop() {
    on(new Signal.ResponseCreated(now, "resp_1", Optional.empty()));
    on(audio("resp_1", "item_1", 2_000));
    later(400);

    assertThat(on(new Signal.KeyPressed(now, '5')))
        .containsExactly(
            new ClearPlayback(), new CancelResponse("resp_1"), new TruncateItem("item_1", 0, 400));
    assertThat(on(new Signal.KeyPressed(now, '#')))
        .containsExactly(new AddItem(new CallerText("[caller pressed keys: 5]")));
    assertThat(
            on(
                done(
                    "resp_1",
                    ModelResponse.Status.CANCELLED,
                    Optional.empty(),
                    java.util.List.of("item_1"),
                    java.util.List.of())))
        .containsExactly(ANSWER);
  }
}
