package com.hekax.phone.bridge.conversation;

import java.time.Duration;

/**
 * How long things may take in one call.
 *
 * @param call after this the assistant says goodbye
 * @param checkInAfter so much silence after the assistant has spoken makes it ask
 * @param checkIns so often it asks before it says goodbye
 * @param tool so long a tool may take
 */
public record Limits(Duration call, Duration checkInAfter, int checkIns, Duration tool) {}
