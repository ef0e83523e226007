package com.hekax.phone.runner.websocket;

import java.time.Duration;

/**
 * What a WebSocket API allows.
 *
 * @param idle after so long without a message a connection is closed
 * @param life no connection gets older
 * @param message bytes of one message, in all its frames
 */
public record SocketLimits(Duration idle, Duration life, int message) {
  /** The fixed limits of API Gateway. */
  public static final SocketLimits STANDARD =
      new SocketLimits(Duration.ofMinutes(10), Duration.ofHours(2), 128 * 1024);

  /** Bytes of one frame. */
  static final int FRAME = 32 * 1024;
}
