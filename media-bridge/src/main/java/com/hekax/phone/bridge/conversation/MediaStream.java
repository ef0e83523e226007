package com.hekax.phone.bridge.conversation;

/**
 * The stream of one call, as Twilio's {@code start} message names it.
 *
 * @param streamSid {@code MZ…}
 * @param callSid {@code CA…}
 * @param accountSid {@code AC…}
 * @param token what the stream was given to prove which call it is
 */
public record MediaStream(String streamSid, String callSid, String accountSid, String token) {}
