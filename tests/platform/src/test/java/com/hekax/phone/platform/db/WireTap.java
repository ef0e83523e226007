package com.hekax.phone.platform.db;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands between a driver and the server and notes what the driver asks for, in the words of
 * PostgreSQL's protocol (version 3, "Message Formats"): the truth that no log level hides.
 */
final class WireTap implements AutoCloseable {
  private static final int SSL_REQUEST = 80_877_103;
  private static final int GSS_REQUEST = 80_877_104;

  private final ServerSocket listener;
  private final int serverPort;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /**
   * One statement that the driver sent.
   *
   * @param name of the prepared statement; empty for one that is forgotten after its use
   */
  record Asked(String name, String sql) {}

  WireTap(int serverPort) {
    this.serverPort = serverPort;
    try {
      this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void accept() {
    try {
      while (true) {
        var client = listener.accept();
        var server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        Thread.ofVirtual().start(() -> quietly(client, server, WireTap::copy, server, client));
        Thread.ofVirtual().start(() -> quietly(client, server, this::listen, client, server));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private interface Pipe {
    void run(Socket from, Socket to) throws IOException;
  }

  private static void quietly(Socket client, Socket server, Pipe pipe, Socket from, Socket to) {
    try (client;
        server) {
      pipe.run(from, to);
    } catch (SocketException | java.io.EOFException closed) {
      // One of the two has hung up; the other follows.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Socket from, Socket to) throws IOException {
    from.getInputStream().transferTo(to.getOutputStream());
  }

  private void listen(Socket from, Socket to) throws IOException {
    var input = new DataInputStream(from.getInputStream());
    var output = new DataOutputStream(to.getOutputStream());
    int code;
    do {
      var startup = body(input);
      code = new DataInputStream(new java.io.ByteArrayInputStream(startup)).readInt();
      send(output, new byte[0], startup);
    } while (code == SSL_REQUEST || code == GSS_REQUEST);
    while (true) {
      byte type = input.readByte();
      var message = body(input);
      note(type, message);
      send(output, new byte[] {type}, message);
    }
  }

  private static byte[] body(DataInputStream input) throws IOException {
    var body = new byte[input.readInt() - Integer.BYTES];
    input.readFully(body);
    return body;
  }

  private static void send(DataOutputStream output, byte[] type, byte[] body) throws IOException {
    var whole = new ByteArrayOutputStream();
    var message = new DataOutputStream(whole);
    message.write(type);
    message.writeInt(body.length + Integer.BYTES);
    message.write(body);
    whole.writeTo(output);
  }

  private void note(byte type, byte[] message) {
    var texts = new String(message, StandardCharsets.UTF_8).split("\0", -1);
    switch (type) {
      case 'Q' -> asked.add(new Asked("", texts[0]));
      case 'P' -> asked.add(new Asked(texts[0], texts[1]));
      default -> {
        // Binds, executions and the password say nothing that sets or names.
      }
    }
  }
}
