package com.hekax.phone.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VoiceTwimlTest {
  private static final String STATUS = "https://api.example.com/status";
  private static final String ACTION = "https://api.example.com/next?a=b#rc=3&rp=ct,rt,5xx";

  private static void assertXml(String twiml, String expected) throws Exception {
    assertThat(twiml).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    assertThat(document(twiml).isEqualNode(document(expected)))
        .as("%s is%n%s", twiml, expected)
        .isTrue();
  }

  private static Document document(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  @Test
  void a_stream_names_its_token_and_what_comes_after_it() throws Exception {
    assertXml(
        VoiceTwiml.stream("wss://media.example.com/media", "t0<&>\"'ken", ACTION),
        "<Response><Connect action=\"https://api.example.com/next?a=b#rc=3&amp;rp=ct,rt,5xx\">"
            + "<Stream url=\"wss://media.example.com/media\">"
            + "<Parameter name=\"token\" value=\"t0&lt;&amp;&gt;&quot;'ken\"/>"
            + "</Stream></Connect></Response>");
  }

  @Test
  void people_are_rung_at_once_under_a_number_of_ours() throws Exception {
    assertXml(
        VoiceTwiml.ring(
            List.of("+14155550171", "+14155550172"),
            Optional.of("+14155550100"),
            Duration.ofSeconds(20),
            ACTION,
            STATUS),
        "<Response><Dial action=\"https://api.example.com/next?a=b#rc=3&amp;rp=ct,rt,5xx\""
            + " answerOnBridge=\"true\" callerId=\"+14155550100\" timeout=\"20\">"
            + "<Number statusCallback=\"https://api.example.com/status\""
            + " statusCallbackEvent=\"answered completed\">+14155550171</Number>"
            + "<Number statusCallback=\"https://api.example.com/status\""
            + " statusCallbackEvent=\"answered completed\">+14155550172</Number>"
            + "</Dial></Response>");
  }

  @Test
  void people_are_rung_under_the_callers_number_without_one_of_ours() {
    assertThat(
            VoiceTwiml.ring(
                List.of("+14155550171"), Optional.empty(), Duration.ofSeconds(20), ACTION, STATUS))
        .doesNotContain("callerId");
  }

  @Test
  void a_message_is_recorded_and_a_caller_who_says_nothing_is_told_goodbye() throws Exception {
    assertXml(
        VoiceTwiml.record("Speak & wait", "Goodbye", "https://api.example.com/v"),
        "<Response><Say>Speak &amp; wait</Say>"
            + "<Record action=\"https://api.example.com/v\" finishOnKey=\"#\" maxLength=\"180\""
            + " recordingStatusCallback=\"https://api.example.com/v\" timeout=\"5\"/>"
            + "<Say>Goodbye</Say><Hangup/></Response>");
  }

  @Test
  void a_call_ends_with_or_without_a_word() throws Exception {
    assertXml(VoiceTwiml.sayGoodbye("Sorry"), "<Response><Say>Sorry</Say><Hangup/></Response>");
    assertXml(VoiceTwiml.hangUp(), "<Response><Hangup/></Response>");
  }
}
