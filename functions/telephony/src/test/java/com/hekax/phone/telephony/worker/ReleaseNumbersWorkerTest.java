package com.hekax.phone.telephony.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.contracts.OrganizationErasing;
import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.telephony.TelephonyTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseNumbersWorkerTest extends TelephonyTest {
  private static final String NUMBERS = "/IncomingPhoneNumbers.json?PhoneNumber=%2B15005550001";

  private final TestFunction<ReleaseNumbersWorker> release = function(ReleaseNumbersWorker::new);

  @BeforeEach
  void given_recordings_of_two_businesses_and_a_number_at_Twilio() {
    sql("delete from handled_events");
    recorded(acme(), "RE1");
    recorded(acme(), "RE2");
    recorded(globex(), "RE3");
    has("PN1", ACME_NUMBER);
  }

  @Test
  void when_a_business_is_erased_then_its_recordings_and_numbers_are_given_up_and_no_others() {
    assertThat(release.deliver(erasing(acme()))).isEmpty();

    assertThat(twilio.deleted())
        .containsExactlyInAnyOrder(
            "/Recordings/RE1.json", "/Recordings/RE2.json", "/IncomingPhoneNumbers/PN1.json");
    assertThat(handled()).hasSize(1);
  }

  @Test
  void when_it_is_announced_again_then_no_recording_is_deleted_twice() {
    release.deliver(erasing(acme()));
    twilio.reset();

    assertThat(release.deliver(erasing(acme()))).isEmpty();

    assertThat(twilio.deleted()).isEmpty();
    assertThat(handled()).hasSize(2);
  }

  @Test
  void when_Twilio_finds_a_longer_number_too_then_that_one_stays() {
    twilio.tells(NUMBERS, page(number("PN1", ACME_NUMBER), number("PN9", ACME_NUMBER + "9")));

    release.deliver(erasing(acme()));

    assertThat(twilio.deleted())
        .contains("/IncomingPhoneNumbers/PN1.json")
        .doesNotContain("/IncomingPhoneNumbers/PN9.json");
  }

  @ParameterizedTest
  @CsvSource({"429, 20429", "500, 0", "503, 0", "401, 20003"})
  void when_Twilio_does_not_take_it_back_then_it_is_asked_until_it_does(int status, int code) {
    twilio.fails(status, code);

    assertThat(release.deliver(erasing(acme()))).containsExactly(0);
    assertThat(handled()).isEmpty();

    twilio.reset();
    has("PN1", ACME_NUMBER);
    assertThat(release.deliver(erasing(acme()))).isEmpty();
    assertThat(twilio.deleted()).hasSize(3);
  }

  @Test
  void when_all_is_gone_at_Twilio_then_there_is_nothing_to_give_up() {
    twilio.fails(404, 20404);

    assertThat(release.deliver(erasing(acme()))).isEmpty();
    assertThat(handled()).hasSize(1);
  }

  private static OrganizationErasing erasing(Organization business) {
    return new OrganizationErasing(UUID.randomUUID(), business.id(), Instant.now());
  }

  private void recorded(Organization business, String sid) {
    sql(
        """
        insert into voicemails (id, organization_id, call_id, recording_sid, recording_url, seconds, created_at)
        values (?, ?, ?, ?, 'https://api.twilio.com/recording', 7, now())
        """,
        UUID.randomUUID(),
        business.id().value(),
        UUID.randomUUID(),
        sid);
  }

  private void has(String sid, String number) {
    twilio.tells(NUMBERS, page(number(sid, number)));
  }

  private static String number(String sid, String number) {
    return "{\"sid\": \"%s\", \"phone_number\": \"%s\"}".formatted(sid, number);
  }

  private static String page(String... numbers) {
    return """
    {"incoming_phone_numbers": [%s], "next_page_uri": null, "first_page_uri": "/x", "uri": "/x", "page_size": 50}\
    """
        .formatted(String.join(",", numbers));
  }

  private List<Map<String, Object>> handled() {
    return rows("select * from handled_events where consumer = 'ReleaseNumbersWorker'");
  }
}
