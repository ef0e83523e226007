package com.hekax.phone.telephony;

import com.hekax.phone.contracts.TimeOrderedUuid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * People rung for a caller, once.
 *
 * @param toName whom, as a name; of several with "or" between them
 * @param numbers theirs, in E.164
 * @param ringingSince when they began to be rung; empty as long as they are only chosen
 * @param redirectedAt when we began to tell Twilio by REST; empty when it could not be told
 */
public record Transfer(
    UUID id,
    TransferReason reason,
    String toName,
    List<String> numbers,
    TransferState state,
    Instant createdAt,
    Optional<Instant> ringingSince,
    Optional<Instant> redirectedAt) {

  static Transfer to(
      List<TransferTarget> people, TransferReason reason, TransferState state, Instant now) {
    return new Transfer(
        TimeOrderedUuid.next(),
        reason,
        people.stream().map(TransferTarget::name).collect(Collectors.joining(" or ")),
        people.stream().map(TransferTarget::number).toList(),
        state,
        now,
        state == TransferState.RINGING ? Optional.of(now) : Optional.empty(),
        Optional.empty());
  }

  boolean isRinging() {
    return state == TransferState.RINGING;
  }

  /** Whether it rang the person and nobody came to the phone. */
  boolean triedInVain(TransferTarget person) {
    return state.isEnd() && state != TransferState.ANSWERED && numbers.contains(person.number());
  }

  /** Whether it rang the number. */
  boolean rang(String number) {
    return state != TransferState.CHOSEN && numbers.contains(number);
  }

  NextStep.Ring step(CallLine line) {
    return new NextStep.Ring(id, numbers, line.businessNumber());
  }
}
