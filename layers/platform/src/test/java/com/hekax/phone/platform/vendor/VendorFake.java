package com.hekax.phone.platform.vendor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/**
 * Somebody else's server: answers each request on a real socket as the test says, byte by byte, so
 * that it can also misbehave. It closes each connection after its answer and says so before.
 */
final class VendorFake implements AutoCloseable {
  private final ServerSocket listener;
  private final Reply reply;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);

  record Request(String line, Map<String, String> headers, String body) {}

  /** Writes an answer; what waits for {@code end} keeps its connection until the test is over. */
  @FunctionalInterface
  interface Reply {
    void write(OutputStream out, CountDownLatch end) throws Exception;
  }

  VendorFake(Reply reply) throws IOException {
    this(ServerSocketFactory.getDefault(), reply);
  }

  VendorFake(ServerSocketFactory sockets, Reply reply) throws IOException {
    this.listener = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.reply = reply;
    Thread.ofVirtual().start(this::accept);
  }

  /** A complete answer. */
  static Reply answer(String status, String body, String... headers) {
    return (out, _) -> {
      out.write(head(status, "Content-Length: " + body.getBytes(UTF_8).length, headers));
      out.write(body.getBytes(UTF_8));
    };
  }

  /** The status line, one header, and others. */
  static byte[] head(String status, String header, String... headers) {
    var text = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n").append(header);
    for (var other : headers) {
      text.append("\r\n").append(other);
    }
    return text.append("\r\nConnection: close\r\n\r\n").toString().getBytes(ISO_8859_1);
  }

  int port() {
    return listener.getLocalPort();
  }

  URI address() {
    return URI.create("http://localhost:" + port());
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    listener.close();
  }

  private void accept() {
    try {
      while (!listener.isClosed()) {
        var socket = listener.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      // The test is over and has closed the listener.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      requests.add(read(socket.getInputStream()));
      reply.write(socket.getOutputStream(), closed);
    } catch (Exception e) {
      // The client has gone, which some tests make it do; what it saw is what they assert.
    }
  }

  private static Request read(InputStream in) throws IOException {
    var requestLine = line(in);
    var headers = new HashMap<String, String>();
    for (var header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Request(requestLine, headers, new String(in.readNBytes(length), UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the client has gone");
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }
}
