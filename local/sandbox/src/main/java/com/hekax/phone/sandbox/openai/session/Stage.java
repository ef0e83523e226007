package com.hekax.phone.sandbox.openai.session;

import java.util.function.LongConsumer;

/**
 * What the responses of a session work with.
 *
 * @param spoke told how many milliseconds of speech were sent just now
 */
record Stage(
    World world,
    Loop loop,
    Events events,
    Settings settings,
    Dialogue dialogue,
    Meter meter,
    LongConsumer spoke) {}
