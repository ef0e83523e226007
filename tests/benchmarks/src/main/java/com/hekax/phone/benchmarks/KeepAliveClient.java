package com.hekax.phone.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Asks for one path over one connection that stays open. It does next to nothing itself, because it
 * shares the cores with what it measures.
 */
final class KeepAliveClient implements AutoCloseable {
  private static final String LENGTH = "content-length:";

  private final Socket socket;
  private final InputStream input;
  private final byte[] request;

  KeepAliveClient(URI product, String path, String token) throws IOException {
    socket = new Socket(product.getHost(), product.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(30_000);
    input = new BufferedInputStream(socket.getInputStream());
    request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(path, product.getAuthority(), token)
            .getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Asks, and reads the whole answer.
   *
   * @throws IOException for any answer but a good one: its time would mean nothing
   */
  void get() throws IOException {
    socket.getOutputStream().write(request);
    var status = line();
    var length = -1;
    for (var header = line(); !header.isEmpty(); header = line()) {
      if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
        length = Integer.parseInt(header.substring(LENGTH.length()).strip());
      }
    }
    if (!status.startsWith("HTTP/1.1 200") || length < 0) {
      throw new IOException("Not an answer to measure: " + status);
    }
    input.skipNBytes(length);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (var next = input.read(); next != '\n'; next = input.read()) {
      if (next < 0) {
        throw new EOFException("The connection was closed");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
