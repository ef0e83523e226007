package com.hekax.phone.twilio;

/** What Twilio said when it was asked for something. */
public sealed interface TwilioAnswer<T> {

  record Found<T>(T value) implements TwilioAnswer<T> {}

  /** There is no such thing, or no more. */
  record NotThere<T>() implements TwilioAnswer<T> {}

  /**
   * Twilio could not be asked; another time it may answer.
   *
   * @param reason for logs
   */
  record TryLater<T>(String reason) implements TwilioAnswer<T> {}

  /**
   * Twilio will not tell, however often it is asked.
   *
   * @param status of HTTP
   * @param code of Twilio's catalogue of errors; zero when it names none
   */
  record Refused<T>(int status, int code) implements TwilioAnswer<T> {}
}
