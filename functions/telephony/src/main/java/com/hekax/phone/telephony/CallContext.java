package com.hekax.phone.telephony;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is true of one call, in sentences for the assistant: who is calling, what time it is for the
 * business, whether it is open, and why a call came back.
 */
final class CallContext {
  private static final DateTimeFormatter DATE_AND_TIME = format("EEEE, MMMM d, uuuu, h:mm a");
  private static final DateTimeFormatter DAY_AND_TIME = format("EEEE 'at' h:mm a");
  private static final DateTimeFormatter TIME = format("h:mm a");

  /**
   * The text.
   *
   * @param caller in E.164; empty when it is withheld or no phone
   * @param now in the time of the business
   * @param back why the call came back; empty for one that begins
   */
  static String of(
      Optional<String> caller, ZonedDateTime now, OpeningHours hours, Optional<String> back) {
    var sentences = new ArrayList<String>();
    sentences.add(
        caller
            .map("The caller's number is %s."::formatted)
            .orElse("The caller's number is withheld, so ask for one if it is needed."));
    sentences.add("It is %s (%s).".formatted(DATE_AND_TIME.format(now), now.getZone().getId()));
    if (hours.areKnown()) {
      sentences.add(openOrClosed(now, hours));
    }
    back.ifPresent(sentences::add);
    return String.join(" ", sentences);
  }

  /** Why the call came back, of one that did. */
  static String back(Optional<ComingBack> why, List<Transfer> transfers) {
    var before = "You have talked with this caller earlier in this call.";
    return why.map(
            reason ->
                switch (reason) {
                  case STREAM_LOST -> before + " The line was interrupted for a moment.";
                  case TRANSFER_FAILED ->
                      before
                          + transfers.stream()
                              .reduce((_, later) -> later)
                              .map(CallContext::inVain)
                              .orElse("");
                })
        .orElse(before);
  }

  private static String inVain(Transfer transfer) {
    var outcome =
        switch (transfer.state()) {
          case BUSY -> "whose line was busy";
          case FAILED -> "who could not be reached";
          default -> "who did not answer";
        };
    return " You put them through to %s, %s.".formatted(transfer.toName(), outcome);
  }

  private static String openOrClosed(ZonedDateTime now, OpeningHours hours) {
    var local = now.toLocalDateTime();
    return hours
        .closingAt(local)
        .map(closes -> "The business is open now, until %s.".formatted(time(closes)))
        .or(
            () ->
                hours
                    .nextOpening(local)
                    .map(
                        opens ->
                            "The business is closed now; it opens on %s."
                                .formatted(DAY_AND_TIME.format(opens))))
        .orElse("");
  }

  private static String time(LocalTime time) {
    // The end of a day is kept as the last moment before it.
    return time.equals(LocalTime.MAX) ? "midnight" : TIME.format(time);
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US);
  }

  private CallContext() {}
}
