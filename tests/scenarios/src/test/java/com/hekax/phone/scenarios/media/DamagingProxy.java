package com.hekax.phone.scenarios.media;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP proxy on the way from Twilio to the media bridge. It understands as much of a WebSocket
 * (RFC 6455, section 5.2) as it takes to change what a text frame says; neither end can tell that
 * it is there.
 */
final class DamagingProxy implements AutoCloseable {
  private static final int TEXT = 1;

  private final ServerSocket server;
  private final Queue<Damage> planned = new ConcurrentLinkedQueue<>();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile URI target = URI.create("ws://localhost:1");

  DamagingProxy() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** What Twilio is told to connect to. */
  URI media() {
    return URI.create("ws://localhost:" + server.getLocalPort() + "/media");
  }

  /** Where connections are passed on to. */
  void leadTo(URI bridge) {
    target = bridge;
  }

  /** How many there have been. */
  int connections() {
    return connections.get();
  }

  /** What becomes of the next connection that has no plan yet. */
  void plan(Damage damage) {
    planned.add(damage);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    try {
      while (true) {
        var client = server.accept();
        var damage = planned.isEmpty() ? Damage.NONE : planned.remove();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(client, damage));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket client, Damage damage) {
    try (client;
        var bridge = new Socket(InetAddress.getLoopbackAddress(), target.getPort())) {
      client.setTcpNoDelay(true);
      bridge.setTcpNoDelay(true);
      Thread.ofVirtual().start(() -> copy(bridge, client));
      var from = new DataInputStream(new BufferedInputStream(client.getInputStream()));
      var to = new DataOutputStream(bridge.getOutputStream());
      passUpgrade(from, to);
      passFrames(from, to, new DamagedLine(damage));
    } catch (EOFException | SocketException over) {
      // One of the two hung up.
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The HTTP request that begins a WebSocket, as it is. */
  private static void passUpgrade(InputStream from, OutputStream to) throws IOException {
    var request = new ByteArrayOutputStream();
    while (!request.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int one = from.read();
      if (one < 0) {
        throw new EOFException();
      }
      request.write(one);
    }
    request.writeTo(to);
    to.flush();
  }

  private static void passFrames(DataInputStream from, DataOutputStream to, DamagedLine line)
      throws IOException {
    while (true) {
      var frame = MaskedFrame.read(from);
      if (frame.opcode() != TEXT) {
        frame.write(to);
        continue;
      }
      var passed = new ByteArrayOutputStream();
      for (var text : line.pass(new String(frame.payload(), StandardCharsets.UTF_8))) {
        frame.saying(text.getBytes(StandardCharsets.UTF_8)).write(new DataOutputStream(passed));
      }
      passed.writeTo(to);
      to.flush();
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException over) {
      // One of the two hung up.
    }
  }
}
