package com.hekax.phone.bridge.conversation;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * The assistant's part of a call, once it is over.
 *
 * @param startedAt when the stream began
 * @param firstAudioMillis from then to the assistant's first sound; empty when there was none
 */
public record Report(
    EndReason reason,
    Instant startedAt,
    Instant endedAt,
    String model,
    Usage usage,
    OptionalLong firstAudioMillis) {}
