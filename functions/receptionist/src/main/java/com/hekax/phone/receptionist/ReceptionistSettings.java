package com.hekax.phone.receptionist;

import java.util.List;
import java.util.Optional;

/**
 * What people may say about their receptionist.
 *
 * @param greeting said first in every call, word by word
 * @param resumedGreeting said instead when the caller comes back to the receptionist within a call
 * @param captureFields what callers are asked for beside their name and what they want
 * @param instructions the owner's own wishes, in words
 */
public record ReceptionistSettings(
    String assistantName,
    Voice voice,
    Language language,
    String greeting,
    String resumedGreeting,
    List<CaptureField> captureFields,
    Optional<String> instructions,
    TransferPolicy transferPolicy,
    CallLimits limits) {

  /** What a new organization begins with. */
  static ReceptionistSettings standardFor(String business) {
    return new ReceptionistSettings(
        "Ava",
        Voice.MARIN,
        Language.EN,
        "Thank you for calling %s, this is Ava. How can I help you?".formatted(business),
        "I am sorry, nobody could take your call. May I take a message?",
        List.of(CaptureField.PHONE),
        Optional.empty(),
        TransferPolicy.WHEN_ASKED,
        CallLimits.STANDARD);
  }

  /** The same with the standard greeting of a business. */
  ReceptionistSettings greetingAs(String business) {
    return new ReceptionistSettings(
        assistantName,
        voice,
        language,
        standardFor(business).greeting(),
        resumedGreeting,
        captureFields,
        instructions,
        transferPolicy,
        limits);
  }
}
