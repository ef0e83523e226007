package com.hekax.phone.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Where the product listens on this machine; 0 for any free port.
 *
 * @param app API, dashboard and WebSocket
 * @param bridge where callers' audio is streamed to
 * @param sandbox the console of the stand-ins
 */
public record Ports(int app, int bridge, int sandbox, int aws, int queues, int database) {
  public static final Ports STANDARD = new Ports(8080, 8081, 8090, 8091, 8092, 8093);
  public static final Ports ANY = new Ports(0, 0, 0, 0, 0, 0);

  /**
   * The same with a port for the bridge, which functions are told of before it listens: any free
   * one where there is none.
   */
  Ports withBridge() throws IOException {
    if (bridge != 0) {
      return this;
    }
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new Ports(app, socket.getLocalPort(), sandbox, aws, queues, database);
    }
  }

  /**
   * Checks that nobody else has them.
   *
   * @throws StartException naming the first that is taken
   */
  void checkFree() {
    check(app, "the product");
    check(bridge, "the media bridge");
    check(sandbox, "the sandbox console");
    check(aws, "the local AWS services");
    check(queues, "the queues");
    check(database, "the database");
  }

  private static void check(int port, String what) {
    if (port == 0) {
      return;
    }
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException taken) {
      throw new StartException(
          "Port %d, which %s needs, is taken by another program: stop it (if it is HEKAX Phone, `./hekax stop`), then start again."
              .formatted(port, what),
          taken);
    }
  }
}
