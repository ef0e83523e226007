package com.hekax.phone.sandbox.twilio.call;

/**
 * Something that was begun and that a call may wait for: an announcement, a stream, a request. Each
 * is itself alone, so that what was given up earlier is not mistaken for it.
 */
public final class Awaited {}
