package com.hekax.phone.notifications.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.DomainEvent;
import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.LeadDetails;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.contracts.MessageTaken;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.VoicemailLeft;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.queues.Outgoing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MessageWriterTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:02:00Z");
  private static final OrganizationId ORGANIZATION = OrganizationId.create();

  private final MessageWriter writer = new MessageWriter("https://phone.example.com");

  private SlackMessage write(DomainEvent event) {
    return writer.write(
        new Outgoing(
            UUID.randomUUID(),
            ORGANIZATION,
            "slack",
            UUID.randomUUID(),
            event.eventId(),
            SlackEventType.of(event).name(),
            Json.write(event),
            0,
            NOW),
        "US");
  }

  private static LeadCaptured lead(String name, Optional<String> need, Optional<CallId> call) {
    return new LeadCaptured(
        UUID.randomUUID(),
        ORGANIZATION,
        NOW,
        new LeadDetails(
            LeadId.create(),
            name,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            need,
            "NEW",
            call.isPresent() ? "CALL" : "MANUAL",
            call,
            Optional.empty(),
            NOW,
            NOW,
            1));
  }

  private static MessageTaken taken(String message, Optional<String> phone) {
    return new MessageTaken(
        UUID.randomUUID(),
        ORGANIZATION,
        NOW,
        CallId.create(),
        UUID.randomUUID(),
        message,
        Optional.empty(),
        phone,
        Optional.empty());
  }

  /** All that people read of a message's blocks. */
  private static String read(SlackMessage message) {
    return message.blocks().stream()
        .flatMap(
            block ->
                Stream.concat(
                    block.text().stream(), block.elements().stream().flatMap(List::stream)))
        .map(Block.Text::text)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void when_a_lead_was_added_by_hand_then_the_link_leads_to_the_leads() {
    var message = write(lead("Maria Lopez", Optional.empty(), Optional.empty()));

    assertThat(message.text()).isEqualTo("New lead: Maria Lopez");
    assertThat(read(message))
        .isEqualTo("New lead: Maria Lopez\n<https://phone.example.com/leads|Open your leads>");
  }

  @Test
  void when_somebody_says_what_Slack_would_take_for_a_command_then_it_is_only_words() {
    var need = "<!channel> see <https://evil.example|your bill> & pay";
    var message = write(lead("<@U123>", Optional.of(need), Optional.of(CallId.create())));

    assertThat(read(message).lines())
        .startsWith(
            "New lead: &lt;@U123&gt;",
            "&lt;!channel&gt; see &lt;https://evil.example|your bill&gt; &amp; pay");
    assertThat(message.text()).doesNotContain("<");
    assertThat(message.blocks().get(1).text().orElseThrow().type())
        .as("no link is made of what somebody said")
        .isEqualTo("plain_text");
  }

  @Test
  void when_much_was_said_then_every_part_is_within_the_limits_of_Slack() {
    var message = write(lead("&".repeat(300), Optional.of("&".repeat(4_000)), Optional.empty()));

    assertThat(message.blocks().getFirst().text().orElseThrow().text().length())
        .isLessThanOrEqualTo(150);
    assertThat(message.blocks().get(1).text().orElseThrow().text())
        .hasSizeLessThanOrEqualTo(3_000)
        .endsWith("&amp;…");
    assertThat(message.text()).hasSizeLessThanOrEqualTo(3_000);
  }

  @Test
  void when_a_message_is_for_nobody_and_of_nobody_then_that_is_how_it_is_told() {
    var message = write(taken("Call me", Optional.of("+442079460958")));

    assertThat(message.text())
        .isEqualTo("New message, from a caller who gave no name, +44 20 7946 0958. Call me");
    assertThat(read(message)).contains("<tel:+442079460958|+44 20 7946 0958>");
  }

  @Test
  void when_a_voicemail_was_left_then_its_length_is_in_minutes_and_seconds() {
    var call = CallId.create();
    var left =
        new VoicemailLeft(
            UUID.randomUUID(),
            ORGANIZATION,
            NOW,
            call,
            UUID.randomUUID(),
            Optional.of("+14155550132"),
            65);

    var message = write(left);

    assertThat(message.text()).isEqualTo("New voicemail: (415) 555-0132, 1:05 long");
    assertThat(read(message))
        .contains("*Length:* 1:05", "<https://phone.example.com/calls/%s|".formatted(call));
  }
}
