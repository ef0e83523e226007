package com.hekax.phone.sandbox.openai.session;

/** The way to the client. */
public interface Wire {

  /** Sends a text message; lost when the client is gone. */
  void send(String text);

  /** Says goodbye with a WebSocket close code. */
  void close(int code, String reason);

  /** Breaks the connection without a word. */
  void drop();
}
