package com.hekax.phone.notifications.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.DomainEvent;
import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.LeadDetails;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.contracts.MessageTaken;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.contracts.VoicemailLeft;
import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.queues.Outgoing;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LetterTest {
  private static final Instant TIME = Instant.parse("2026-11-20T18:00:00Z");
  private static final OrganizationId ORGANIZATION = OrganizationId.create();
  private static final Organization ACME = new Organization(ORGANIZATION, "Acme", Map.of());
  private static final Business CHICAGO = new Business("Bright Dental", "America/Chicago", "US");
  private static final Business LONDON = new Business("Bright Dental", "Europe/London", "GB");

  private static Email email(DomainEvent event, Business business) {
    var outgoing =
        new Outgoing(
            TimeOrderedUuid.next(),
            ORGANIZATION,
            "email",
            UUID.randomUUID(),
            event.eventId(),
            EmailEventType.of(event).name(),
            Json.write(event),
            0,
            TIME);
    return new Composer("https://phone.example.com")
        .compose(outgoing, business, new Recipient(UserId.create(), "ann@acme.example"));
  }

  private static LeadCaptured lead(String name, String need) {
    return new LeadCaptured(
        UUID.randomUUID(),
        ORGANIZATION,
        TIME,
        new LeadDetails(
            LeadId.create(),
            name,
            Optional.of("+14155550132"),
            Optional.empty(),
            Optional.of("Acme & Sons"),
            Optional.of(need),
            "NEW",
            "CALL",
            Optional.of(CallId.create()),
            Optional.empty(),
            TIME,
            TIME,
            1));
  }

  private static MessageTaken message(Optional<String> name, Optional<String> phone) {
    return new MessageTaken(
        UUID.randomUUID(),
        ORGANIZATION,
        TIME,
        CallId.create(),
        UUID.randomUUID(),
        "Please call back.\nIt is about Friday.",
        name,
        phone,
        Optional.of("Dr. Chen"));
  }

  private static VoicemailLeft voicemail(Optional<String> from) {
    return new VoicemailLeft(
        UUID.randomUUID(), ORGANIZATION, TIME, CallId.create(), UUID.randomUUID(), from, 65);
  }

  @Nested
  class Given_a_new_lead {

    @Test
    void when_it_is_told_of_then_both_parts_say_who_what_and_when() {
      var lead = lead("Maria Lopez", "Chipped tooth");
      var email = email(lead, CHICAGO);
      var page = "https://phone.example.com/calls/" + lead.lead().call().orElseThrow();

      assertThat(email.subject()).isEqualTo("New lead: Maria Lopez");
      assertThat(email.text())
          .contains(
              "Maria Lopez is a new lead",
              "> Chipped tooth",
              "Phone: (415) 555-0132",
              "Company: Acme & Sons",
              "When: Friday, November 20, 2026, 12:00 PM CST",
              page,
              "new leads at Bright Dental",
              "https://phone.example.com/settings/notifications");
      assertThat(email.html())
          .contains(
              "Maria Lopez is a new lead",
              "Chipped tooth",
              "href=\"tel:+14155550132\"",
              "(415) 555-0132",
              "Acme &amp; Sons",
              "12:00 PM CST",
              "href=\"" + page + "\"");
    }

    @Test
    void when_the_business_is_elsewhere_then_its_time_and_its_way_of_writing_numbers_are_used() {
      var email = email(lead("Maria Lopez", "Chipped tooth"), LONDON);

      assertThat(email.text())
          .contains("Phone: +1 415-555-0132", "When: Friday, 20 November 2026, 18:00 GMT");
    }

    @Test
    void when_its_words_are_HTML_then_they_are_shown_and_not_obeyed() {
      var email =
          email(
              lead(
                  "<b>Maria</b> & \"Co\"",
                  "</p><script>alert('x')</script><a href=\"https://evil.example\">here</a>"),
              CHICAGO);

      assertThat(email.html())
          .contains("&lt;b&gt;Maria&lt;/b&gt; &amp; &quot;Co&quot; is a new lead")
          .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")
          .doesNotContain("<script", "<b>Maria", "href=\"https://evil.example\"");
      assertThat(email.text()).contains("<b>Maria</b> & \"Co\" is a new lead");
    }

    @Test
    void when_the_page_is_shown_then_it_has_one_button_no_image_and_colours_for_dark_screens() {
      var html = email(lead("Maria Lopez", "Chipped tooth"), CHICAGO).html();

      assertThat(html.split("bgcolor=\"#2563eb\"", -1)).hasSize(2);
      assertThat(html)
          .doesNotContain("<img", "url(")
          .contains("name=\"color-scheme\" content=\"light dark\"", "prefers-color-scheme: dark");
    }
  }

  @Nested
  class Given_a_message {

    @Test
    void when_it_is_told_of_then_it_is_quoted_line_by_line() {
      var event = message(Optional.of("Maria Lopez"), Optional.of("+14155550132"));
      var email = email(event, CHICAGO);

      assertThat(email.subject()).isEqualTo("Message from Maria Lopez");
      assertThat(email.text())
          .contains(
              "> Please call back.\n> It is about Friday.",
              "For: Dr. Chen",
              "https://phone.example.com/calls/" + event.call());
    }

    @Test
    void when_the_caller_told_no_name_then_the_number_stands_for_it() {
      var email = email(message(Optional.empty(), Optional.of("+14155550132")), CHICAGO);

      assertThat(email.subject()).isEqualTo("Message from (415) 555-0132");
    }

    @Test
    void when_nothing_is_known_of_the_caller_then_it_is_a_caller() {
      var email = email(message(Optional.empty(), Optional.empty()), CHICAGO);

      assertThat(email.subject()).isEqualTo("Message from a caller");
      assertThat(email.text()).contains("A caller left a message");
    }
  }

  @Nested
  class Given_a_voicemail {

    @Test
    void when_it_is_told_of_then_its_length_and_the_way_to_it_are_said() {
      var event = voicemail(Optional.of("+14155550132"));
      var email = email(event, CHICAGO);

      assertThat(email.subject()).isEqualTo("Voicemail from (415) 555-0132 (1:05)");
      assertThat(email.text()).contains("https://phone.example.com/calls/" + event.call());
    }

    @Test
    void when_the_number_is_withheld_then_the_subject_says_so() {
      assertThat(email(voicemail(Optional.empty()), CHICAGO).subject())
          .isEqualTo("Voicemail from a withheld number (1:05)");
    }
  }

  @Nested
  class Given_something_that_people_must_mend {

    @Test
    void when_a_connection_is_lost_then_it_is_said_what_to_do() {
      var email = email(EmailTest.connectionLost(ACME), CHICAGO);

      assertThat(email.subject()).isEqualTo("HubSpot is no longer connected");
      assertThat(email.text())
          .contains(
              "Reason: HubSpot does not accept our access any more.",
              "Connect HubSpot again:\nhttps://phone.example.com/settings/integrations");
    }

    @Test
    void when_the_CRM_refuses_a_lead_then_the_reason_and_what_to_do_are_said() {
      var email = email(EmailTest.crmSyncFailed(ACME), CHICAGO);

      assertThat(email.subject()).isEqualTo("A lead did not reach HubSpot");
      assertThat(email.text())
          .contains(
              "save the lead once more: then it is sent again",
              "https://phone.example.com/settings/integrations");
    }
  }

  @Nested
  class Given_a_line_of_the_head {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Maria\r\nBcc: eve@evil.example",
          "Maria\nBcc: eve@evil.example",
          "Maria\u2028Bcc: eve@evil.example",
          "  Maria\u0000 \tBcc: eve@evil.example\u202e"
        })
    void when_its_text_has_more_than_one_line_then_it_becomes_one(String text) {
      assertThat(HeaderText.of(text)).isEqualTo("Maria Bcc: eve@evil.example");
    }

    @Test
    void when_its_text_is_long_then_it_is_cut_between_characters() {
      var cut = HeaderText.of("🦷".repeat(300));

      assertThat(cut).isEqualTo("🦷".repeat(149) + "…");
    }
  }
}
