package com.hekax.phone.start.call;

/**
 * What a scripted call must have led to, for the command to succeed: looked for at both ends, where
 * both know of it.
 */
enum Expected {
  /** The call is over for Twilio and for the business. */
  CALL_ENDED {
    @Override
    boolean isIn(CallReport report) {
      return report.caller().isCompleted()
          && report.isCall("status", "COMPLETED")
          && report.hasEvent("ENDED");
    }
  },
  /** What the caller said to the assistant is saved, and what it answered. */
  WORDS_SAVED {
    @Override
    boolean isIn(CallReport report) {
      long said = report.caller().saidToAssistant();
      return said > 0
          && report.turnsOf("CALLER").count() >= said
          && report.turnsOf("ASSISTANT").findAny().isPresent();
    }
  },
  /** The caller is a lead of the call, by name and with what they want. */
  LEAD {
    @Override
    boolean isIn(CallReport report) {
      return report
          .lead()
          .filter(lead -> !lead.path("name").asText().isEmpty())
          .filter(lead -> !lead.path("need").asText("").isEmpty())
          .isPresent();
    }
  },
  /** The lead and its call are in the CRM. */
  CRM_RECORDS {
    @Override
    boolean isIn(CallReport report) {
      return report.isInCrm("CONTACT") && report.isInCrm("CALL");
    }
  },
  /** The business was told of the lead by a webhook that it can trust. */
  WEBHOOK {
    @Override
    boolean isIn(CallReport report) {
      return report.webhooks().stream()
          .filter(webhook -> webhook.path("signature").asText().equals("VALID"))
          .anyMatch(webhook -> webhook.path("body").asText().contains("\"lead.captured\""));
    }
  },
  /** The assistant fell silent when the caller spoke, and no more is saved than was heard. */
  INTERRUPTION {
    @Override
    boolean isIn(CallReport report) {
      return report.caller().has("clear")
          && report
              .turnsOf("ASSISTANT")
              .findFirst()
              .filter(greeting -> greeting.path("interrupted").asBoolean())
              .filter(greeting -> greeting.path("heardMs").asLong() > 0)
              .isPresent();
    }
  },
  /** The line was lost, and the assistant's last words are saved as far as they came. */
  LINE_LOST {
    @Override
    boolean isIn(CallReport report) {
      return report.caller().has("line-lost")
          && report
              .turnsOf("ASSISTANT")
              .reduce((_, later) -> later)
              .filter(last -> last.path("interrupted").asBoolean())
              .isPresent();
    }
  },
  /** The person took the call, and the business sees who. */
  TRANSFER {
    @Override
    boolean isIn(CallReport report) {
      return report.caller().has("bridged")
          && report.isCall("outcome", "TRANSFERRED")
          && report.isCall("transferredTo", report.person().name())
          && report.isTransferEnd("ANSWERED");
    }
  },
  /** The caller and the person heard each other. */
  TALK {
    @Override
    boolean isIn(CallReport report) {
      return report.caller().isTalkWithColleague();
    }
  },
  /** The person did not take the call, and the business sees it. */
  NO_ANSWER {
    @Override
    boolean isIn(CallReport report) {
      return report.caller().dialed().contains("no-answer") && report.isTransferEnd("NO_ANSWER");
    }
  },
  /** The assistant took a message. */
  MESSAGE {
    @Override
    boolean isIn(CallReport report) {
      return report.isCall("outcome", "MESSAGE_TAKEN")
          && report.messages().stream()
              .anyMatch(message -> !message.path("message").asText().isBlank());
    }
  },
  /** The assistant could not speak, and gave the call away. */
  WITHOUT_MODEL {
    @Override
    boolean isIn(CallReport report) {
      return !report.caller().isAssistantHeard()
          && report.isEvent("ASSISTANT_FINISHED", "reason", "MODEL_FAILED");
    }
  },
  /** The business's channel in Slack, if it has one, has one message about it. */
  SLACK {
    @Override
    boolean isIn(CallReport report) {
      return report.slackMessages().map(messages -> messages.size() == 1).orElse(true);
    }
  },
  /** Whoever wants e-mail about it has one. */
  EMAIL {
    @Override
    boolean isIn(CallReport report) {
      var byReader = report.mailsByReader();
      return !byReader.isEmpty() && byReader.values().stream().allMatch(count -> count == 1);
    }
  },
  /** What the caller said after the tone was recorded, and the product knows where it is. */
  VOICEMAIL {
    @Override
    boolean isIn(CallReport report) {
      return report.caller().recordedSeconds().filter(seconds -> seconds > 0).isPresent()
          && report.isCall("outcome", "VOICEMAIL_LEFT")
          && report.hasEvent("VOICEMAIL_LEFT");
    }
  };

  abstract boolean isIn(CallReport report);
}
