package com.hekax.phone.telephony;

import com.hekax.phone.platform.crypto.RandomToken;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is done next with a call that Twilio asks about. */
public sealed interface NextStep {

  /**
   * The caller talks with the assistant.
   *
   * @param session the stream that the token opens
   */
  record Talk(UUID session, RandomToken token) implements NextStep {}

  /**
   * People are rung.
   *
   * @param numbers theirs, in E.164
   * @param callerId what they see: the number of ours that the call came to
   */
  record Ring(UUID transfer, List<String> numbers, Optional<String> callerId) implements NextStep {}

  /** The caller may leave a message. */
  record TakeMessage() implements NextStep {}

  /** The number is nobody's, or of an organization that is closing. */
  record Refuse() implements NextStep {}

  record HangUp() implements NextStep {}
}
