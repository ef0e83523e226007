package com.hekax.phone.telephony.job;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.fixtures.TestAws;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.telephony.TelephonyTest;
import com.hekax.phone.telephony.Twiml;
import org.junit.jupiter.api.Test;

class PublishFallbackDocumentsJobTest extends TelephonyTest {
  private final TestFunction<PublishFallbackDocumentsJob> job =
      function(PublishFallbackDocumentsJob::new);

  /** Where the document of a number lies. */
  private String key(String number) {
    var key =
        rows("select fallback_key from phone_numbers where number = ?", number)
            .getFirst()
            .get("fallback_key");
    return "fallback/%s-%s.xml".formatted(number.substring(1), requireNonNull(key));
  }

  private Twiml document(String number) {
    return Twiml.parse(aws.object(key(number)).orElseThrow());
  }

  private void put(String key, String text) {
    platform().objects(TestAws.BUCKET).put(key, "text/plain", "no-store", text);
  }

  @Test
  void the_people_of_the_business_are_rung_in_their_order_and_no_one_elses() {
    person(globex(), "Gus Globe", "+14155550181", 1);

    job.run();

    assertThat(document(ACME_NUMBER).verbs())
        .containsExactly("Say", "Dial", "Say", "Record", "Say", "Hangup");
    assertThat(document(ACME_NUMBER).numbers()).containsExactly(DANA, ANA);
    assertThat(document(GLOBEX_NUMBER).numbers()).containsExactly("+14155550181");
  }

  @Test
  void a_business_that_is_closing_rings_nobody_and_takes_no_message() {
    closing(acme());

    job.run();

    document(ACME_NUMBER)
        .is(
            "<Response><Say>We are sorry, the number you have called is not in service.</Say><Hangup/></Response>");
    assertThat(document(GLOBEX_NUMBER).verbs()).containsExactly("Say", "Record", "Say", "Hangup");
    sql("delete from organization_closings");
    job.run();
    assertThat(document(ACME_NUMBER).numbers()).containsExactly(DANA, ANA);
  }

  @Test
  void a_business_without_people_takes_messages_at_once() {
    job.run();

    assertThat(document(GLOBEX_NUMBER).verbs()).containsExactly("Say", "Record", "Say", "Hangup");
  }

  @Test
  void no_more_people_are_rung_than_a_caller_waits_for_and_never_the_number_itself() {
    sql("delete from transfer_targets");
    person(acme(), "Front desk", ACME_NUMBER, 1);
    for (int i = 2; i < 8; i++) {
      person(acme(), "Person " + i, "+1415555018" + i, i);
    }

    job.run();

    assertThat(document(ACME_NUMBER).numbers())
        .containsExactly("+14155550182", "+14155550183", "+14155550184", "+14155550185");
  }

  @Test
  void nobody_is_named() {
    job.run();

    assertThat(aws.object(key(ACME_NUMBER)).orElseThrow())
        .doesNotContain("Dana")
        .doesNotContain("Bright")
        .doesNotContain("Acme");
  }

  @Test
  void the_edge_may_go_on_with_what_it_has_while_the_bucket_fails() {
    job.run();

    assertThat(aws.headersOfObject(key(ACME_NUMBER)))
        .containsEntry("content-type", "text/xml; charset=utf-8")
        .containsEntry("cache-control", "max-age=60, stale-if-error=2592000");
  }

  @Test
  void what_is_said_after_a_message_is_there_and_is_what_documents_lead_to() {
    job.run();

    Twiml.parse(aws.object("fallback/goodbye.xml").orElseThrow())
        .is("<Response><Say>Thank you. We have your message. Goodbye.</Say><Hangup/></Response>");
    assertThat(aws.object(key(ACME_NUMBER)).orElseThrow())
        .contains("<Record action=\"/fallback/goodbye.xml#");
  }

  @Test
  void only_what_has_changed_is_written_again() {
    job.run();
    // The same text under another type: it would be seen if it were put there again.
    var unchanged = aws.object(key(GLOBEX_NUMBER)).orElseThrow();
    put(key(GLOBEX_NUMBER), unchanged);
    sql("delete from transfer_targets where number = ?", DANA);

    job.run();

    assertThat(document(ACME_NUMBER).numbers()).containsExactly(ANA);
    assertThat(aws.headersOfObject(key(GLOBEX_NUMBER))).containsEntry("content-type", "text/plain");
  }

  @Test
  void a_document_that_somebody_spoiled_is_repaired() {
    job.run();
    put(key(ACME_NUMBER), "spoiled");

    job.run();

    assertThat(document(ACME_NUMBER).numbers()).containsExactly(DANA, ANA);
  }

  @Test
  void the_document_of_a_number_that_was_given_back_is_removed() {
    job.run();
    var released = key(ACME_NUMBER);
    sql("delete from phone_numbers where number = ?", ACME_NUMBER);

    job.run();

    assertThat(aws.object(released)).isEmpty();
    assertThat(aws.object(key(GLOBEX_NUMBER))).isPresent();
    assertThat(aws.object("fallback/goodbye.xml")).isPresent();
  }
}
