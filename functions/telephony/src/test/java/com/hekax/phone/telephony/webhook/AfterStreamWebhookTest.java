package com.hekax.phone.telephony.webhook;

import static com.hekax.phone.telephony.TwilioPost.callSid;
import static com.hekax.phone.telephony.TwilioPost.incoming;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.telephony.TelephonyTest;
import com.hekax.phone.telephony.Twiml;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AfterStreamWebhookTest extends TelephonyTest {

  @Nested
  class Given_a_stream_that_was_lost_while_the_caller_is_on_the_line {

    @Test
    void then_the_assistant_is_called_back_with_a_new_token() {
      var talking = talking();

      var back = streamEnds(talking.session());

      assertThat(back.verbs()).containsExactly("Connect");
      assertThat(back.session()).isNotEqualTo(talking.session());
      assertThat(exchange.call(stream(back.token()).request()).status()).isEqualTo(201);
    }

    @Test
    void when_it_is_told_again_then_it_is_the_same_stream_and_either_answer_opens_it() {
      var talking = talking();
      var first = streamEnds(talking.session());

      var second = streamEnds(talking.session());

      assertThat(second.session()).isEqualTo(first.session());
      assertThat(exchange.call(stream(first.token()).request()).status()).isEqualTo(201);
      assertThat(exchange.call(stream(second.token()).opening(OTHER_STREAM).request()).status())
          .isEqualTo(401);
      assertThat(rows("select * from bridge_sessions")).hasSize(2);
    }

    @Test
    void when_it_is_told_again_after_the_next_stream_began_then_that_one_goes_on() {
      var talking = talking();
      var back = streamEnds(talking.session());
      talking(back.session(), back.token());

      streamEnds(talking.session()).is(HANG_UP);

      assertThat(rows("select * from bridge_sessions where closed_at is null")).hasSize(1);
      assertThat(streamEnds(back.session()).verbs()).containsExactly("Dial");
    }

    @Test
    void when_the_second_is_lost_too_then_a_person_is_rung() {
      var back = streamEnds(talking().session());
      talking(back.session(), back.token());

      var twiml = streamEnds(back.session());

      assertThat(twiml.numbers()).containsExactly(DANA);
      streamEnds(back.session()).is(twiml.text());
      assertThat(announced("CallTransferStarted")).hasSize(1);
    }

    @Test
    void when_no_stream_ever_reaches_the_bridge_then_a_person_is_rung_after_two() {
      var back = streamEnds(rings().session());

      assertThat(streamEnds(back.session()).numbers()).containsExactly(DANA);
    }

    @Test
    void when_there_is_nobody_to_ring_either_then_the_caller_may_leave_a_message() {
      sql("delete from transfer_targets");
      var back = streamEnds(talking().session());

      assertThat(streamEnds(back.session()).verbs())
          .containsExactly("Say", "Record", "Say", "Hangup");
    }

    @Test
    void when_the_assistant_was_taken_away_meanwhile_then_people_are_rung() {
      var talking = talking();
      withoutAssistant(acme());

      assertThat(streamEnds(talking.session()).numbers()).containsExactly(DANA, ANA);
    }
  }

  @Test
  void given_a_call_that_is_over_then_there_is_nothing_to_do() {
    var talking = talking();
    callEnds();

    streamEnds(talking.session()).is(HANG_UP);

    assertThat(rows("select * from bridge_sessions")).hasSize(1);
  }

  @Test
  void given_a_call_that_is_nobodys_then_it_is_ended_and_nothing_is_written() {
    streamEnds(TimeOrderedUuid.next().toString()).is(HANG_UP);

    assertThat(rows("select * from bridge_sessions")).isEmpty();
  }

  @Test
  void given_a_stream_of_another_business_then_its_call_is_not_touched() {
    var talking = talking();
    incomingCall.call(incoming(callSid(2), GLOBEX_NUMBER).signed());
    var before = rows("select id, closed_at from bridge_sessions order by id");

    var post = incoming(callSid(2), GLOBEX_NUMBER).to("after-stream?session=" + talking.session());
    Twiml.of(afterStream.call(post.signed())).is(HANG_UP);

    assertThat(rows("select id, closed_at from bridge_sessions order by id")).isEqualTo(before);
  }

  @Test
  void given_a_request_that_Twilio_did_not_sign_then_it_is_refused_and_nothing_changes() {
    var talking = talking();
    var post = incoming(CALL, ACME_NUMBER).to("after-stream?session=" + talking.session());
    // Signed for another stream.
    var other = post.to("after-stream?session=" + TimeOrderedUuid.next());

    assertThat(afterStream.call(post.unsigned()).status()).isEqualTo(403);
    assertThat(afterStream.call(post.signedWith("another_token")).status()).isEqualTo(403);
    assertThat(afterStream.call(other.signed().query("session", talking.session())).status())
        .isEqualTo(403);
    assertThat(rows("select * from bridge_sessions where closed_at is not null")).isEmpty();
  }
}
