package com.hekax.phone.sandbox.twilio.media;

/**
 * What went wrong with a stream ("Error and warning dictionary", read 2026-11-22).
 *
 * @param code Twilio's number for it
 */
public record StreamError(int code, String message) {
  static final int CONNECT_TIMEOUT = 31901;
  static final int CONNECT_REFUSED = 31902;
  static final int UPGRADE_REFUSED = 31920;
  static final int CLOSED_BADLY = 31921;
  static final int BAD_SCHEME = 31922;
  static final int BAD_ADDRESS = 31923;
  static final int BAD_PROTOCOL = 31924;
  static final int BAD_MESSAGE = 31951;

  @Override
  public String toString() {
    return code + " " + message;
  }
}
