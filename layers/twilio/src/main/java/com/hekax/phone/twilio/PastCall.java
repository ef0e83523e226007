package com.hekax.phone.twilio;

import com.twilio.rest.api.v2010.account.Call;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A leg of a call as Twilio's REST API tells of it, also long after it has ended ("Call resource",
 * twilio-oai of 2026-04-14, read 2026-11-22).
 *
 * @param parentSid the leg it was dialed for
 * @param direction {@code inbound}, {@code outbound-api} or {@code outbound-dial}
 * @param from as Twilio writes a party: see {@link TwilioNumber}
 * @param status of Twilio's own words, for example {@code in-progress}
 * @param startedAt when it was answered
 * @param talkTime whole seconds from the answer to the end, of a leg that has ended
 */
public record PastCall(
    String sid,
    Optional<String> parentSid,
    String direction,
    String from,
    String to,
    String status,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Optional<Duration> talkTime) {

  static PastCall of(Call call) {
    return new PastCall(
        call.getSid(),
        Optional.ofNullable(call.getParentCallSid()).filter(sid -> !sid.isEmpty()),
        String.valueOf(call.getDirection()),
        String.valueOf(call.getFrom()),
        String.valueOf(call.getTo()),
        String.valueOf(call.getStatus()),
        call.getDateCreated().toInstant(),
        time(call.getStartTime()),
        time(call.getEndTime()),
        Optional.ofNullable(call.getDuration()).map(Long::valueOf).map(Duration::ofSeconds));
  }

  private static Optional<Instant> time(@Nullable ZonedDateTime time) {
    return Optional.ofNullable(time).map(ZonedDateTime::toInstant);
  }
}
