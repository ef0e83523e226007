package com.hekax.phone.twilio;

/** What became of changing a call in progress. */
public sealed interface CallUpdate {

  /** Twilio is doing it. */
  record Done() implements CallUpdate {}

  /** There was nothing to change: the call is over. */
  record OverAlready() implements CallUpdate {}

  /**
   * Twilio could not be asked, several times; another attempt may succeed.
   *
   * @param reason for logs
   */
  record TryLater(String reason) implements CallUpdate {}

  /**
   * Twilio will not do it, however often it is asked.
   *
   * @param status of HTTP
   * @param code of Twilio's catalogue of errors; zero when it names none
   */
  record Refused(int status, int code) implements CallUpdate {}
}
