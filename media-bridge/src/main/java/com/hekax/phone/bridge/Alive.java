package com.hekax.phone.bridge;

import com.hekax.phone.platform.Env;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Asks the bridge in this container whether it lives, for a container that has no other program to
 * ask with: ends with 0 if it does. A bridge that takes no more calls is alive.
 */
public final class Alive {
  private static final int PATIENCE_MS = 3_000;
  private static final String QUESTION =
      "GET /live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

  private Alive() {}

  public static void main(String[] arguments) {
    int port = Integer.parseInt(Env.current().find("PORT").orElse("8081"));
    System.exit(answers(port) ? 0 : 1);
  }

  static boolean answers(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.getOutputStream().write(QUESTION.getBytes(StandardCharsets.US_ASCII));
      var expected = "HTTP/1.1 200";
      var answer = socket.getInputStream().readNBytes(expected.length());
      return new String(answer, StandardCharsets.US_ASCII).equals(expected);
    } catch (IOException _) {
      return false;
    }
  }
}
