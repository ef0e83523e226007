package com.hekax.phone.notifications.slack;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.LeadDetails;
import com.hekax.phone.contracts.MessageTaken;
import com.hekax.phone.contracts.VoicemailLeft;
import com.hekax.phone.notifications.PhoneText;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.queues.Outgoing;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in a few words what happened. Lengths are Slack's: 150 of a header, 3,000 of a section. */
final class MessageWriter {
  private static final int NAME = 100;
  private static final int WORDS = 2_900;
  private static final int SHORT = 200;

  private final String publicUrl;

  /**
   * A writer.
   *
   * @param publicUrl where links lead; no slash at the end
   */
  MessageWriter(String publicUrl) {
    this.publicUrl = publicUrl;
  }

  /**
   * The message that tells of a delivery's event.
   *
   * @param country of the business, for its telephone numbers
   */
  SlackMessage write(Outgoing outgoing, String country) {
    return switch (SlackEventType.valueOf(outgoing.eventType())) {
      case LEAD_CAPTURED -> lead(Json.read(outgoing.event(), LeadCaptured.class).lead(), country);
      case MESSAGE_TAKEN -> taken(Json.read(outgoing.event(), MessageTaken.class), country);
      case VOICEMAIL_LEFT -> voicemail(Json.read(outgoing.event(), VoicemailLeft.class), country);
    };
  }

  private SlackMessage lead(LeadDetails lead, String country) {
    var title = "New lead: " + SlackText.of(lead.name(), NAME);
    var phone = lead.phone().map(number -> PhoneText.of(number, country));
    var blocks = new ArrayList<Block>();
    blocks.add(Block.header(title));
    lead.need().map(need -> Block.words(SlackText.of(need, WORDS))).ifPresent(blocks::add);
    facts(
            Stream.of(
                lead.phone().map(number -> "*Phone:* " + dial(number, country)),
                lead.email().map(email -> "*E-mail:* " + SlackText.of(email, SHORT)),
                lead.company().map(company -> "*Company:* " + SlackText.of(company, SHORT))))
        .ifPresent(blocks::add);
    blocks.add(
        Block.context(
            lead.call()
                .map(call -> link(call) + " · Written from the call")
                .orElse("<%s/leads|Open your leads>".formatted(publicUrl))));
    return new SlackMessage(
        sentence(title, phone, lead.need().map(need -> SlackText.of(need, SHORT))), blocks);
  }

  private SlackMessage taken(MessageTaken taken, String country) {
    var title =
        taken
            .forWhom()
            .map(whom -> "Message for " + SlackText.of(whom, NAME))
            .orElse("New message");
    var from =
        taken.name().map(name -> SlackText.of(name, NAME)).orElse("a caller who gave no name");
    var phone = taken.phone().map(number -> PhoneText.of(number, country));
    var blocks = new ArrayList<Block>();
    blocks.add(Block.header(title));
    blocks.add(Block.words(SlackText.of(taken.message(), WORDS)));
    facts(
            Stream.of(
                Optional.of("*From:* " + from),
                taken.phone().map(number -> "*Phone:* " + dial(number, country))))
        .ifPresent(blocks::add);
    blocks.add(Block.context(link(taken.call()) + " · Written from the call"));
    return new SlackMessage(
        sentence(
            title + ", from " + from, phone, Optional.of(SlackText.of(taken.message(), SHORT))),
        blocks);
  }

  private SlackMessage voicemail(VoicemailLeft left, String country) {
    var from = left.from().map(number -> PhoneText.of(number, country)).orElse("Private number");
    var length = "%d:%02d".formatted(left.seconds() / 60, left.seconds() % 60);
    var blocks = new ArrayList<Block>();
    blocks.add(Block.header("New voicemail"));
    facts(
            Stream.of(
                Optional.of(
                    "*From:* " + left.from().map(number -> dial(number, country)).orElse(from)),
                Optional.of("*Length:* " + length)))
        .ifPresent(blocks::add);
    blocks.add(Block.context(link(left.call())));
    return new SlackMessage("New voicemail: " + from + ", " + length + " long", blocks);
  }

  private static Optional<Block> facts(Stream<Optional<String>> lines) {
    var said = lines.flatMap(Optional::stream).collect(Collectors.joining("\n"));
    return said.isEmpty() ? Optional.empty() : Optional.of(Block.section(said));
  }

  private static String sentence(String title, Optional<String> phone, Optional<String> words) {
    return Stream.concat(
            Stream.of(phone.map(number -> title + ", " + number).orElse(title)), words.stream())
        .collect(Collectors.joining(". "));
  }

  /** A number to touch. */
  private static String dial(String number, String country) {
    return "<tel:%s|%s>".formatted(number, PhoneText.of(number, country));
  }

  private String link(CallId call) {
    return "<%s/calls/%s|Open the call>".formatted(publicUrl, call);
  }
}
