package com.hekax.phone.sandbox.twilio.twiml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Twilio takes for TwiML. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwimlTest {

  @Test
  void verbs_come_with_their_attributes_nouns_and_text() throws Exception {
    var verbs =
        Twiml.verbs(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Response>
              <!-- the owner's telephone -->
              <Dial answerOnBridge="true" timeout="15" action="/done#rc=2&amp;rp=ct,rt,5xx">
                <Client><Identity>u_7f3a</Identity><Parameter name="callId" value="c&lt;1"/></Client>
                <Number statusCallbackEvent="initiated completed">+15005550010</Number>
              </Dial>
              <Say voice="Polly.Joanna">One <emphasis level="strong">moment</emphasis>.</Say>
            </Response>
            """);

    assertThat(verbs).extracting(Element::name).containsExactly("Dial", "Say");
    var dial = verbs.getFirst();
    assertThat(dial.flag("answerOnBridge", false)).isTrue();
    assertThat(dial.number("timeout", 30)).isEqualTo(15);
    assertThat(dial.get("action", "")).isEqualTo("/done#rc=2&rp=ct,rt,5xx");
    assertThat(dial.children()).extracting(Element::name).containsExactly("Client", "Number");
    assertThat(dial.child("Client").orElseThrow().child("Parameter").orElseThrow().get("value", ""))
        .isEqualTo("c<1");
    assertThat(dial.child("Number").orElseThrow().text()).isEqualTo("+15005550010");
    assertThat(verbs.getLast().text()).isEqualTo("One moment.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<say>Hello</say>",
        "<Speak>Hello</Speak>",
        "<Say Voice='man'>Hello</Say>",
        "<Hangup now='true'/>",
        "<Dial timeout='4'>+15005550010</Dial>",
        "<Dial answerOnBridge='yes'>+15005550010</Dial>",
        "<Dial method='PUT'>+15005550010</Dial>",
        "<Reject reason='tired'/>",
        "<Gather><Dial>+15005550010</Dial></Gather>",
        "<Connect><Number>+15005550010</Number></Connect>",
        "<Connect>hello</Connect>",
        "<Number>+15005550010</Number>",
        "<Record maxLength='long'/>",
        "<Dial><Number statusCallbackEvent='initiated,completed'>+15005550010</Number></Dial>",
        "<Say>Hello</Say><Reject/>",
        "hello"
      })
  void what_the_documentation_does_not_know_is_error_12200(String verb) {
    assertThatExceptionOfType(TwimlException.class)
        .isThrownBy(() -> Twiml.verbs("<Response>" + verb + "</Response>"))
        .satisfies(wrong -> assertThat(wrong.code()).isEqualTo(12200));
  }

  @Test
  void a_document_is_a_Response() {
    assertThatExceptionOfType(TwimlException.class)
        .isThrownBy(() -> Twiml.verbs("<Say>Hello</Say>"))
        .satisfies(wrong -> assertThat(wrong.code()).isEqualTo(12200));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <Response><Say>Fish & chips</Say></Response>
          <Response><Say>Hello</Response>
          <Response></Response>more
          <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><Response><Say>&e;</Say></Response>
          {"say": "hello"}
          """)
  void what_is_no_XML_is_error_12100(String document) {
    assertThatExceptionOfType(TwimlException.class)
        .isThrownBy(() -> Twiml.verbs(document))
        .satisfies(wrong -> assertThat(wrong.code()).isEqualTo(12100));
  }
}
