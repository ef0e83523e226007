package com.hekax.phone.sandbox.openai;

import com.hekax.phone.sandbox.openai.session.Model;
import com.hekax.phone.sandbox.openai.session.RealtimeSession;
import com.hekax.phone.sandbox.openai.session.Wire;
import com.hekax.phone.sandbox.openai.session.World;
import io.helidon.common.buffers.BufferData;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The socket of one session. */
final class RealtimeSocket implements WsListener, Wire {
  private static final int NO_WORD = 1006;
  private static final int UNSUPPORTED_DATA = 1003;

  private final RealtimeSession session;
  private final ReentrantLock sending = new ReentrantLock();
  private final StringBuilder message = new StringBuilder();
  private volatile @Nullable WsSession client;
  private volatile boolean gone;
  private volatile Runnable cut = () -> {};
  private int closeCode = NO_WORD;
  private String closeReason = "";

  RealtimeSocket(Model model, World world) {
    session = new RealtimeSession(model, world, this);
  }

  RealtimeSession session() {
    return session;
  }

  /** How the transport is broken; Helidon's own way says goodbye first. */
  void cutBy(Runnable way) {
    cut = way;
  }

  /** The transport ended, in whatever way. */
  void ended() {
    gone = true;
    session.closed(closeCode, closeReason);
  }

  @Override
  public void send(String text) {
    locked(open -> open.send(text, true));
  }

  @Override
  public void close(int code, String reason) {
    closeCode = code;
    closeReason = reason;
    locked(open -> open.close(code, reason));
  }

  @Override
  public void drop() {
    gone = true;
    cut.run();
  }

  @Override
  public void onOpen(WsSession opened) {
    client = opened;
    session.open();
  }

  @Override
  public void onMessage(WsSession from, String text, boolean last) {
    message.append(text);
    if (last) {
      var whole = message.toString();
      message.setLength(0);
      session.receive(whole);
    }
  }

  @Override
  public void onMessage(WsSession from, BufferData buffer, boolean last) {
    close(UNSUPPORTED_DATA, "events are text");
  }

  @Override
  public void onPing(WsSession from, BufferData buffer) {
    locked(open -> open.pong(buffer));
  }

  @Override
  public void onClose(WsSession from, int status, String reason) {
    if (closeCode == NO_WORD) {
      closeCode = status;
      closeReason = reason;
    }
  }

  private void locked(Consumer<WsSession> work) {
    var open = client;
    if (open == null || gone) {
      return;
    }
    sending.lock();
    try {
      work.accept(open);
    } catch (UncheckedIOException e) {
      // The client left without a word; the reading side is going to say so.
      gone = true;
    } finally {
      sending.unlock();
    }
  }
}
