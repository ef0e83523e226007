package com.hekax.phone.telephony.webhook;

import static com.hekax.phone.telephony.TwilioPost.incoming;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.telephony.TelephonyTest;
import com.hekax.phone.telephony.TwilioPost;
import com.hekax.phone.telephony.Twiml;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls as carriers bring them: a caller waits, so each is answered with TwiML all the same. */
class StrangeCallTest extends TelephonyTest {
  private final TestFunction<VoicemailWebhook> voicemail = function(VoicemailWebhook::new);

  static Stream<Named<UnaryOperator<TwilioPost>>> calls() {
    return Stream.of(
        Named.of("an anonymous caller", post -> post.with("From", "anonymous")),
        Named.of("a restricted caller", post -> post.with("From", "Restricted")),
        Named.of("a word spelled on the keypad", post -> post.with("From", "+266696687")),
        Named.of("a browser", post -> post.with("From", "client:user-1")),
        Named.of("a SIP address", post -> post.with("From", "sip:someone@example.com")),
        Named.of("an empty caller", post -> post.with("From", "")),
        Named.of("no caller at all", post -> post.without("From")),
        Named.of("nothing but ids and number", StrangeCallTest::bare),
        Named.of("an unknown number", post -> post.with("To", "+15005550009")),
        Named.of("no number at all", post -> post.without("To")),
        Named.of("an empty place", post -> post.with("FromCity", "").with("ToZip", "")),
        Named.of("a forwarded call", post -> post.with("ForwardedFrom", "+15005550010")),
        Named.of("forty unknown parameters", StrangeCallTest::withMany));
  }

  private static TwilioPost bare(TwilioPost post) {
    return new TwilioPost(
        post.path(),
        Map.of(
            "CallSid", CALL,
            "AccountSid", TwilioPost.ACCOUNT,
            "To", ACME_NUMBER));
  }

  private static TwilioPost withMany(TwilioPost post) {
    var many = post;
    for (int i = 0; i < 40; i++) {
      many = many.with("Unknown" + i, "ünknown & <" + i + "> +%");
    }
    return many;
  }

  @ParameterizedTest
  @MethodSource("calls")
  void when_it_comes_in_then_it_is_answered(UnaryOperator<TwilioPost> strange) {
    var twiml = Twiml.of(incomingCall.call(strange.apply(incoming(CALL, ACME_NUMBER)).signed()));

    // A number that is nobody's is answered too.
    assertThat(twiml.verbs()).isIn(List.of("Connect"), List.of("Say", "Hangup"));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void when_its_stream_ends_then_it_comes_back(UnaryOperator<TwilioPost> strange) {
    var post = incoming(CALL, ACME_NUMBER).to("after-stream?session=" + talking().session());

    assertThat(Twiml.of(afterStream.call(strange.apply(post).signed())).verbs())
        .containsExactly("Connect");
  }

  @ParameterizedTest
  @MethodSource("calls")
  void when_nobody_is_rung_any_more_then_a_message_is_taken(UnaryOperator<TwilioPost> strange) {
    withoutAssistant(acme());
    var post = incoming(CALL, ACME_NUMBER).to("after-dial?transfer=" + rings().transfer());

    assertThat(Twiml.of(afterDial.call(strange.apply(post).signed())).verbs()).contains("Record");
  }

  @ParameterizedTest
  @MethodSource("calls")
  void when_a_message_was_left_then_it_ends(UnaryOperator<TwilioPost> strange) {
    rings();
    var post = incoming(CALL, ACME_NUMBER).to("voicemail");

    Twiml.of(voicemail.call(strange.apply(post).signed())).is(HANG_UP);
  }
}
