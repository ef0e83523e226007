package com.hekax.phone.bridge.conversation;

/**
 * A response that the model is asked for.
 *
 * @param instructions for this response alone; empty when those of the session say enough
 * @param mayUseTools whether it may ask for tools
 */
public record ResponseOrder(Purpose purpose, String instructions, boolean mayUseTools) {

  static ResponseOrder answer() {
    return new ResponseOrder(Purpose.ANSWER, "", true);
  }

  static ResponseOrder exactly(Purpose purpose, String sentence) {
    return new ResponseOrder(purpose, "Say exactly: " + sentence, false);
  }

  static ResponseOrder checkIn() {
    return new ResponseOrder(
        Purpose.CHECK_IN,
        "The caller has been silent. Ask in one short sentence, in the language of the call,"
            + " whether they are still there.",
        false);
  }

  static ResponseOrder apology() {
    return new ResponseOrder(
        Purpose.APOLOGY,
        "Say in one short sentence, in the language of the call, that you are sorry and cannot"
            + " help with that, and ask whether there is anything else.",
        false);
  }

  static ResponseOrder handOver() {
    return new ResponseOrder(
        Purpose.HAND_OVER,
        "Say in one short sentence, in the language of the call, that you are putting the caller"
            + " through now.",
        false);
  }

  static ResponseOrder goodbye(EndReason reason) {
    var why =
        reason == EndReason.TIME_LIMIT
            ? "The call has reached its longest time. Say so politely"
            : "The call ends now. Thank the caller";
    return new ResponseOrder(
        Purpose.GOODBYE,
        why + " and say goodbye, in one short sentence in the language of the call.",
        false);
  }
}
