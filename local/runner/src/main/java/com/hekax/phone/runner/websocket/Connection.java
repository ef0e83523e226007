package com.hekax.phone.runner.websocket;

import com.hekax.phone.runner.http.GatewayRequest;
import io.helidon.common.buffers.BufferData;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One client of a WebSocket API. Messages of one client are handled one after another. */
final class Connection implements WsListener {
  static final int NORMAL = 1000;
  static final int GOING_AWAY = 1001;
  static final int ABNORMAL = 1006;
  static final int TOO_BIG = 1009;

  private final SocketApi api;
  private final GatewayRequest handshake;
  private final String id = SocketEvents.id();
  private final Instant connectedAt = Instant.now();
  private final ReentrantLock sending = new ReentrantLock();
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private volatile Instant lastActive = connectedAt;
  private volatile @Nullable WsSession session;
  private int closeStatus = ABNORMAL;
  private String closeReason = "Connection closed abnormally";

  Connection(SocketApi api, GatewayRequest handshake) {
    this.api = api;
    this.handshake = handshake;
  }

  String id() {
    return id;
  }

  GatewayRequest handshake() {
    return handshake;
  }

  Instant connectedAt() {
    return connectedAt;
  }

  Instant lastActive() {
    return lastActive;
  }

  /** Sends text to the client; the management API, pongs and closes may come at once. */
  void send(String text) {
    locked(open -> open.send(text, true));
    lastActive = Instant.now();
  }

  void close(int status, String reason) {
    closeStatus = status;
    closeReason = reason;
    locked(open -> open.close(status, reason));
  }

  boolean idleFor(Duration time, Instant now) {
    return lastActive.plus(time).isBefore(now);
  }

  /** The transport is gone, in whatever way. */
  void ended() {
    api.disconnected(this, closeStatus, closeReason);
  }

  @Override
  public void onOpen(WsSession opened) {
    session = opened;
    api.connected(this);
  }

  @Override
  public void onMessage(WsSession from, String text, boolean last) {
    collect(text.getBytes(StandardCharsets.UTF_8), last, false);
  }

  @Override
  public void onMessage(WsSession from, BufferData buffer, boolean last) {
    collect(buffer.readBytes(), last, true);
  }

  @Override
  public void onPing(WsSession from, BufferData buffer) {
    lastActive = Instant.now();
    locked(open -> open.pong(buffer));
  }

  @Override
  public void onClose(WsSession from, int status, String reason) {
    if (closeStatus == ABNORMAL) {
      closeStatus = status;
      closeReason = reason;
    }
  }

  private void collect(byte[] part, boolean last, boolean binary) {
    lastActive = Instant.now();
    message.writeBytes(part);
    if (message.size() > api.limits().message()) {
      close(TOO_BIG, "Message too long");
      message.reset();
      return;
    }
    if (last) {
      var whole = message.toByteArray();
      message.reset();
      var body =
          binary
              ? Base64.getEncoder().encodeToString(whole)
              : new String(whole, StandardCharsets.UTF_8);
      api.received(this, body, binary);
    }
  }

  private void locked(Consumer<WsSession> work) {
    var open = session;
    if (open == null) {
      return;
    }
    sending.lock();
    try {
      work.accept(open);
    } finally {
      sending.unlock();
    }
  }
}
