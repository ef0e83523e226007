package com.hekax.phone.telephony;

/**
 * A message that a caller left, as Twilio keeps it.
 *
 * @param sid {@code RE} and 32 hexadecimal digits
 * @param url where the sound is, for who has our account's token
 * @param seconds of it
 */
public record Recording(String sid, String url, int seconds) {}
