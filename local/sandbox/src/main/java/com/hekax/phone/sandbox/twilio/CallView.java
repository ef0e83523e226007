package com.hekax.phone.sandbox.twilio;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.hekax.phone.sandbox.twilio.call.Call;
import com.hekax.phone.sandbox.twilio.call.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A call as the console tells of it. */
record CallView(@JsonUnwrapped Summary call, List<Timeline.Entry> timeline) {

  /**
   * The same without what happened.
   *
   * @param state {@code under-way}, {@code over}, or {@code reported} when all that is told of the
   *     call's end has been told
   * @param status as Twilio names it
   */
  record Summary(
      String callSid,
      Optional<String> parentCallSid,
      String direction,
      String from,
      String to,
      String state,
      String status,
      Instant createdAt,
      long talkSeconds) {

    static Summary of(Call call) {
      return new Summary(
          call.sid(),
          call.parent().map(Call::sid),
          call.direction().word(),
          call.from(),
          call.to(),
          state(call),
          call.status().word(),
          call.createdAt(),
          call.talkTime().toSeconds());
    }

    private static String state(Call call) {
      if (call.isReported()) {
        return "reported";
      }
      return call.status().isFinal() ? "over" : "under-way";
    }
  }

  static CallView of(Call call) {
    return new CallView(Summary.of(call), call.timeline().entries());
  }
}
