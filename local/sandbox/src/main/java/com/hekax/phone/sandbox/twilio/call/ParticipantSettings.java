package com.hekax.phone.sandbox.twilio.call;

import java.util.Optional;

/**
 * How a call takes part in a conference.
 *
 * @param coached the call that alone hears this one
 */
public record ParticipantSettings(
    Optional<String> label,
    boolean muted,
    boolean startsConference,
    boolean endsConference,
    Optional<String> coached) {}
