package com.hekax.phone.notifications.email;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.ConnectionLost;
import com.hekax.phone.contracts.CrmSyncFailed;
import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.MessageTaken;
import com.hekax.phone.contracts.VoicemailLeft;
import com.hekax.phone.notifications.email.Letter.Button;
import com.hekax.phone.platform.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts an event into words for the members of a business. */
final class LetterWriter {
  private final String publicUrl;

  /** A writer whose links lead to {@code publicUrl}, which has no slash at the end. */
  LetterWriter(String publicUrl) {
    this.publicUrl = publicUrl;
  }

  /** The letter that tells of an event, which comes as JSON of its record. */
  Letter write(EmailEventType type, String event, Business business) {
    return switch (type) {
      case LEAD_CAPTURED -> lead(Json.read(event, LeadCaptured.class), business);
      case MESSAGE_TAKEN -> message(Json.read(event, MessageTaken.class), business);
      case VOICEMAIL_LEFT -> voicemail(Json.read(event, VoicemailLeft.class), business);
      case CONNECTION_LOST -> lost(Json.read(event, ConnectionLost.class), business);
      case CRM_SYNC_FAILED -> notSynced(Json.read(event, CrmSyncFailed.class), business);
    };
  }

  private Letter lead(LeadCaptured event, Business business) {
    var lead = event.lead();
    var facts = new ArrayList<Fact>();
    lead.phone().ifPresent(phone -> facts.add(phone(phone, business)));
    lead.email().ifPresent(email -> facts.add(Fact.of("E-mail", email)));
    lead.company().ifPresent(company -> facts.add(Fact.of("Company", company)));
    facts.add(Fact.of("When", business.time(event.occurredAt())));
    return new Letter(
        "New lead: " + lead.name(),
        "new leads",
        lead.name() + " is a new lead",
        lead.call().isPresent()
            ? "Your receptionist took this down on a call."
            : "This lead was added by hand.",
        lead.need(),
        facts,
        Optional.of(
            lead.call()
                .map(this::call)
                .orElse(new Button("See your leads", publicUrl + "/leads"))));
  }

  private Letter message(MessageTaken event, Business business) {
    var who = event.name().or(() -> event.phone().map(business::phone)).orElse("A caller");
    var facts = new ArrayList<Fact>();
    event.forWhom().ifPresent(name -> facts.add(Fact.of("For", name)));
    event.phone().ifPresent(phone -> facts.add(phone(phone, business)));
    facts.add(Fact.of("When", business.time(event.occurredAt())));
    return new Letter(
        "Message from " + (who.equals("A caller") ? "a caller" : who),
        "messages",
        who + " left a message",
        "Your receptionist took this down on a call.",
        Optional.of(event.message()),
        facts,
        Optional.of(call(event.call())));
  }

  private Letter voicemail(VoicemailLeft event, Business business) {
    var length = "%d:%02d".formatted(event.seconds() / 60, event.seconds() % 60);
    var from = event.from().map(business::phone);
    var facts = new ArrayList<Fact>();
    event.from().ifPresent(phone -> facts.add(phone(phone, business)));
    facts.add(Fact.of("Length", length));
    facts.add(Fact.of("When", business.time(event.occurredAt())));
    return new Letter(
        "Voicemail from %s (%s)".formatted(from.orElse("a withheld number"), length),
        "voicemails",
        from.orElse("A caller") + " left a voicemail",
        "Nobody could take the call, so it was recorded.",
        Optional.empty(),
        facts,
        Optional.of(call(event.call())));
  }

  private Letter lost(ConnectionLost event, Business business) {
    var provider = title(event.provider());
    return new Letter(
        provider + " is no longer connected",
        "connections that were lost",
        provider + " is no longer connected",
        """
        %1$s does not accept our access any more, so nothing is passed on to it. Nothing is lost: \
        all of it stays here. Somebody who may sign in at %1$s has to connect it again."""
            .formatted(provider),
        Optional.empty(),
        List.of(
            Fact.of("Reason", event.reason()), Fact.of("Since", business.time(event.occurredAt()))),
        Optional.of(new Button("Connect " + provider + " again", integrations())));
  }

  private Letter notSynced(CrmSyncFailed event, Business business) {
    var provider = title(event.provider());
    var what = event.call().isPresent() ? "call" : "lead";
    return new Letter(
        "A %s did not reach %s".formatted(what, provider),
        "what a CRM refuses",
        "A %s did not reach %s".formatted(what, provider),
        """
        It will not go through by itself. Look at the reason, put right what %s does not take, and \
        save the lead once more: then it is sent again."""
            .formatted(provider),
        Optional.empty(),
        List.of(
            Fact.of("Reason", event.reason()), Fact.of("When", business.time(event.occurredAt()))),
        Optional.of(new Button("See what was refused", integrations())));
  }

  private static Fact phone(String number, Business business) {
    return new Fact("Phone", business.phone(number), Optional.of("tel:" + number));
  }

  private Button call(CallId call) {
    return new Button("Open the call", publicUrl + "/calls/" + call);
  }

  private String integrations() {
    return publicUrl + "/settings/integrations";
  }

  /** As people write it; one that is new here keeps the name it has among machines. */
  private static String title(String provider) {
    return switch (provider) {
      case "HUBSPOT" -> "HubSpot";
      case "SLACK" -> "Slack";
      default -> provider;
    };
  }
}
