package com.hekax.phone.sandbox.twilio.media;

import com.hekax.phone.sandbox.twilio.RequestSignature;
import com.hekax.phone.sandbox.twilio.TwilioAccount;
import com.hekax.phone.sandbox.twilio.line.AudioPort;
import com.hekax.phone.sandbox.twilio.line.Line;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A bidirectional stream of one call: Twilio's half of Media Streams ("Media Streams: WebSocket
 * messages", read 2026-11-22). The line that it is the port of sets the pace.
 */
public final class MediaStream implements AudioPort {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

  /** Half a minute; a server that reads slower than the caller speaks loses what does not fit. */
  private static final int WAITING_MESSAGES = 1500;

  private static final int NORMAL_CLOSURE = 1000;

  /** RFC 6455, section 7.4.1: a close frame that names no status. */
  private static final int WITHOUT_STATUS = 1005;

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();

  private final StreamSettings settings;
  private final StreamEvents events;
  private final Outgoing outgoing;
  private final Playback playback = new Playback();
  private final BlockingQueue<Message> waiting = new LinkedBlockingQueue<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicBoolean answered = new AtomicBoolean();
  private volatile boolean streaming;
  private long frames;
  private int lost;

  /** What the sender does after a message. */
  private enum Then {
    GO_ON,
    /** Says good-bye as WebSockets do. */
    CLOSE,
    /** Drops the connection. */
    ABORT,
    /** Leaves the socket to the server, which closes it. */
    LEAVE
  }

  private record Message(String text, Then then) {}

  private MediaStream(StreamSettings settings, StreamEvents events) {
    this.settings = settings;
    this.events = events;
    this.outgoing = new Outgoing(settings);
  }

  /** Opens it; how that went, the events tell. */
  public static MediaStream open(
      StreamSettings settings, TwilioAccount account, StreamEvents events) {
    var stream = new MediaStream(settings, events);
    Thread.ofVirtual().name("stream-" + settings.streamSid()).start(() -> stream.run(account));
    return stream;
  }

  @Override
  public byte[] exchange(byte[] spoken) {
    if (!streaming) {
      return Line.silence();
    }
    var played = playback.next();
    played.marks().forEach(name -> mark(name, "played"));
    hearCaller(spoken);
    return played.frame();
  }

  /** A key that the caller pressed. */
  public void press(char key) {
    synchronized (outgoing) {
      send(outgoing.dtmf(key));
    }
  }

  /** Twilio ends it: the call is over, or goes on with other TwiML. */
  public void stop() {
    if (over.compareAndSet(false, true)) {
      streaming = false;
      synchronized (outgoing) {
        waiting.add(new Message(outgoing.stop(), Then.CLOSE));
      }
      events.ended(Optional.empty());
    }
  }

  /** The connection goes without a word to either side. */
  public void lose() {
    fail(new StreamError(StreamError.CLOSED_BADLY, "The connection was lost"));
  }

  private void run(TwilioAccount account) {
    var refusal = settings.refusal();
    if (refusal.isPresent()) {
      fail(refusal.get());
      return;
    }
    WebSocket socket;
    try {
      socket = connect(account);
    } catch (CompletionException e) {
      fail(unreachable(e.getCause() == null ? e : e.getCause()));
      return;
    }
    try {
      sendAll(socket);
    } catch (CompletionException e) {
      fail(new StreamError(StreamError.CLOSED_BADLY, String.valueOf(e.getCause())));
      socket.abort();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      socket.abort();
    }
  }

  private WebSocket connect(TwilioAccount account) {
    var address = URI.create(settings.url());
    var signature = RequestSignature.of(account.authToken(), address, new TreeMap<>());
    return CLIENT
        .newWebSocketBuilder()
        .connectTimeout(CONNECT_LIMIT)
        .header("user-agent", "TwilioProxy/1.1")
        .header("x-twilio-signature", signature)
        .buildAsync(address, new Listener())
        .join();
  }

  private void sendAll(WebSocket socket) throws InterruptedException {
    socket.sendText(Outgoing.connected(), true).join();
    synchronized (outgoing) {
      if (over.get()) {
        socket.abort();
        return;
      }
      waiting.add(new Message(outgoing.start(), Then.GO_ON));
      streaming = true;
    }
    events.started();
    for (var then = Then.GO_ON; then == Then.GO_ON; ) {
      var message = waiting.take();
      then = message.then();
      switch (then) {
        case GO_ON -> socket.sendText(message.text(), true).join();
        case CLOSE -> {
          if (!message.text().isEmpty()) {
            socket.sendText(message.text(), true).join();
          }
          socket.sendClose(NORMAL_CLOSURE, "").join();
        }
        case ABORT -> socket.abort();
        case LEAVE -> {}
      }
    }
  }

  private void hearCaller(byte[] spoken) {
    synchronized (outgoing) {
      var message = outgoing.media(spoken, frames++ * Line.FRAME_MILLIS);
      if (waiting.size() < WAITING_MESSAGES) {
        send(message);
      } else if (lost++ == 0) {
        events.noted("stream-congested", Map.of("waiting", waiting.size()));
      }
    }
  }

  private void receive(String text) {
    switch (Incoming.read(text, settings.streamSid())) {
      case Incoming.Media(var audio) -> {
        playback.add(audio);
        if (!answered.getAndSet(true)) {
          events.noted("first-audio", Map.of("streamSid", settings.streamSid()));
        }
      }
      case Incoming.Mark(var name) -> {
        if (playback.mark(name)) {
          mark(name, "idle");
        }
      }
      case Incoming.Clear _ -> clear();
      case Incoming.Invalid(var reason) ->
          fail(new StreamError(StreamError.BAD_MESSAGE, reason), Then.CLOSE);
    }
  }

  private void clear() {
    var cleared = playback.clear();
    var details = new TreeMap<String, Object>();
    details.put("bytesPlayed", cleared.bytesPlayed());
    details.put("msPlayed", Line.millis(cleared.bytesPlayed()));
    details.put("bytesDropped", cleared.bytesDropped());
    details.put("msDropped", Line.millis(cleared.bytesDropped()));
    cleared.lastMark().ifPresent(name -> details.put("lastMark", name));
    details.put("msAfterMark", Line.millis(cleared.bytesAfterMark()));
    details.put("marksReturned", cleared.marks());
    events.noted("clear", details);
    cleared.marks().forEach(name -> mark(name, "cleared"));
  }

  /** Gives a mark back. */
  private void mark(String name, String why) {
    events.noted(
        "mark",
        Map.of("name", name, "why", why, "msPlayedInAll", Line.millis(playback.playedBytes())));
    synchronized (outgoing) {
      send(outgoing.mark(name));
    }
  }

  private void send(String text) {
    if (streaming) {
      waiting.add(new Message(text, Then.GO_ON));
    }
  }

  private void fail(StreamError error) {
    fail(error, Then.ABORT);
  }

  private void fail(StreamError error, Then then) {
    if (over.compareAndSet(false, true)) {
      streaming = false;
      waiting.add(new Message("", then));
      events.ended(Optional.of(error));
    }
  }

  /** The server closed: that is how it hands the call back. */
  private void closedByServer(int status, String reason) {
    if (over.compareAndSet(false, true)) {
      streaming = false;
      events.noted("stream-closed-by-server", Map.of("status", status, "reason", reason));
      waiting.add(new Message("", Then.LEAVE));
      events.ended(
          status == NORMAL_CLOSURE || status == WITHOUT_STATUS
              ? Optional.empty()
              : Optional.of(
                  new StreamError(StreamError.CLOSED_BADLY, "The server closed with " + status)));
    }
  }

  private static StreamError unreachable(Throwable cause) {
    return switch (cause) {
      case WebSocketHandshakeException e ->
          new StreamError(
              StreamError.UPGRADE_REFUSED,
              "The upgrade was answered with " + e.getResponse().statusCode());
      case HttpConnectTimeoutException _ ->
          new StreamError(StreamError.CONNECT_TIMEOUT, "The server could not be reached in time");
      default -> new StreamError(StreamError.CONNECT_REFUSED, cause.toString());
    };
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder parts = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      parts.append(data);
      if (last) {
        receive(parts.toString());
        parts.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(
        WebSocket socket, java.nio.ByteBuffer data, boolean last) {
      fail(new StreamError(StreamError.BAD_PROTOCOL, "A binary frame"), Then.CLOSE);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      closedByServer(status, reason);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      fail(new StreamError(StreamError.CLOSED_BADLY, error.toString()));
    }
  }
}
