package com.hekax.phone.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FallbackTwimlTest {
  private static final String RECORDING =
      "<Say>To leave a message, please speak after the tone, and tell us your name and your number."
          + " Otherwise, you may simply hang up.</Say>"
          + "<Record action=\"/fallback/goodbye.xml#rc=3&amp;rp=ct,rt,5xx&amp;rt=3500\""
          + " finishOnKey=\"#\" maxLength=\"180\" method=\"GET\" timeout=\"5\"/>"
          + "<Say>We did not hear anything. Goodbye.</Say><Hangup/></Response>";

  private static String of(String... people) {
    return FallbackTwiml.ringThenRecord(
        List.of(people), "+14155550100", Duration.ofSeconds(18), "/fallback/goodbye.xml");
  }

  @Test
  void people_are_rung_one_after_the_other_and_then_a_message_is_taken() {
    assertThat(of("+14155550171", "+14155550172"))
        .endsWith(
            "<Response><Say>Thank you for calling. One moment, please.</Say>"
                + "<Dial callerId=\"+14155550100\" sequential=\"true\" timeout=\"18\">"
                + "<Number>+14155550171</Number><Number>+14155550172</Number></Dial>"
                + RECORDING);
  }

  @Test
  void where_there_is_nobody_to_ring_a_message_is_taken_at_once() {
    assertThat(of()).endsWith("<Response>" + RECORDING);
  }

  @Test
  void whoever_has_left_a_message_is_told_goodbye_and_asked_nothing() {
    assertThat(FallbackTwiml.farewell())
        .endsWith(
            "<Response><Say>Thank you. We have your message. Goodbye.</Say><Hangup/></Response>");
  }
}
