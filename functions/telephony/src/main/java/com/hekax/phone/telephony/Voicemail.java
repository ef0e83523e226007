package com.hekax.phone.telephony;

import java.util.UUID;

/**
 * A recording as we know it.
 *
 * @param seconds of it; zero until a report tells
 */
public record Voicemail(UUID id, int seconds) {}
