package com.hekax.phone.bridge.edge;

import com.hekax.phone.bridge.backend.BackEnd;
import com.hekax.phone.bridge.backend.BackEndSession;
import com.hekax.phone.bridge.backend.Exchange;
import com.hekax.phone.bridge.backend.Upgrade;
import com.hekax.phone.bridge.conversation.Conversation;
import com.hekax.phone.bridge.conversation.Effect;
import com.hekax.phone.bridge.conversation.Signal;
import com.hekax.phone.bridge.conversation.Signal.Connected;
import com.hekax.phone.bridge.conversation.Signal.Drained;
import com.hekax.phone.bridge.conversation.Signal.HungUp;
import com.hekax.phone.bridge.conversation.Signal.ModelLost;
import com.hekax.phone.bridge.conversation.Signal.ModelRefused;
import com.hekax.phone.bridge.conversation.Signal.Redirected;
import com.hekax.phone.bridge.conversation.Signal.SessionGranted;
import com.hekax.phone.bridge.conversation.Signal.SessionRefused;
import com.hekax.phone.bridge.conversation.Signal.SessionUnreachable;
import com.hekax.phone.bridge.conversation.Signal.StreamLost;
import com.hekax.phone.bridge.conversation.Signal.StreamStarted;
import com.hekax.phone.bridge.conversation.Signal.TimerFired;
import com.hekax.phone.bridge.conversation.Signal.ToolFinished;
import com.hekax.phone.bridge.conversation.ToolOutcome;
import com.hekax.phone.bridge.openai.ModelCommands;
import com.hekax.phone.bridge.openai.ModelEvents;
import com.hekax.phone.bridge.twilio.StreamCommands;
import com.hekax.phone.bridge.twilio.StreamMessages;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Joins one call's conversation to its sockets, timers and back end. All of it happens on one event
 * loop, so that a call needs no lock.
 */
final class LiveCall implements ModelListener {
  /** A load balancer closes what is silent. */
  private static final long PING_SECONDS = 20;

  private final EventLoop loop;
  private final Channel twilio;
  private final Upgrade upgrade;
  private final ModelAddress modelAddress;
  private final HostNames names;
  private final BackEnd backEnd;
  private final Conversation conversation;
  private final CallTimers timers;
  private final CallLog log = new CallLog();
  private final ScheduledFuture<?> pings;
  private final CompletableFuture<Void> finished = new CompletableFuture<>();

  private StreamCommands streamCommands = new StreamCommands("");
  private ModelCommands modelCommands = new ModelCommands();
  private Optional<ModelSocket> model = Optional.empty();
  private Optional<BackEndSession> session = Optional.empty();
  private CompletableFuture<Void> reported = CompletableFuture.completedFuture(null);
  private boolean streamClosed;

  LiveCall(Channel twilio, Upgrade upgrade, Surroundings surroundings) {
    this.loop = twilio.eventLoop();
    this.twilio = twilio;
    this.upgrade = upgrade;
    modelAddress = surroundings.modelAddress();
    names = surroundings.names();
    backEnd = surroundings.backEnd();
    conversation = new Conversation(surroundings.firstModel());
    timers = new CallTimers(loop, timer -> happen(new TimerFired(now(), timer)));
    pings = loop.scheduleAtFixedRate(this::ping, PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS);
  }

  /** Completes when nothing is left to do for the call. */
  CompletableFuture<Void> finished() {
    return finished;
  }

  void begin() {
    happen(new Connected(now(), upgrade.maybeSigned()));
  }

  /** A text frame of Twilio; {@link #flush} follows. */
  void streamFrame(String frame) {
    StreamMessages.read(frame, now(), Instant.now()).ifPresent(this::answer);
  }

  /** Twilio's socket closed. */
  void streamLost() {
    streamClosed = true;
    happen(new StreamLost(now()));
  }

  /** Twilio reads, or does not read, what is played to it. */
  void streamKeepsUp(boolean keepsUp) {
    model.ifPresent(socket -> socket.read(keepsUp));
  }

  /** The process ends; may be called from any thread. */
  void drain() {
    loop.execute(() -> happen(new Drained(now())));
  }

  void flush() {
    twilio.flush();
    model.ifPresent(ModelSocket::flush);
  }

  @Override
  public void event(ModelSocket socket, String json) {
    if (isCurrent(socket)) {
      ModelEvents.read(json, now()).ifPresent(this::answer);
    }
  }

  @Override
  public void pause() {
    flush();
  }

  @Override
  public void refused(ModelSocket socket, int status) {
    if (isCurrent(socket)) {
      model = Optional.empty();
      happen(new ModelRefused(now(), status));
    }
  }

  @Override
  public void lost(ModelSocket socket) {
    if (isCurrent(socket)) {
      model = Optional.empty();
      happen(new ModelLost(now()));
    }
  }

  private boolean isCurrent(ModelSocket socket) {
    return model.filter(current -> current == socket).isPresent();
  }

  private void happen(Signal signal) {
    answer(signal);
    flush();
  }

  private void answer(Signal signal) {
    if (signal instanceof StreamStarted(_, _, var stream)) {
      log.stream(stream);
      streamCommands = new StreamCommands(stream.streamSid());
    } else if (signal instanceof SessionGranted(_, var grant)) {
      log.grant(grant);
    }
    try {
      conversation.on(signal).forEach(this::perform);
    } catch (RuntimeException e) {
      // A mistake of ours: the caller rather misses a word than the call.
      log.failed(e);
    }
  }

  private void perform(Effect effect) {
    switch (effect) {
      case Effect.PlayAudio(var audio) -> Sockets.write(twilio, streamCommands.media(audio));
      case Effect.SendMark(var name) -> Sockets.write(twilio, streamCommands.mark(name));
      case Effect.ClearPlayback _ -> Sockets.write(twilio, streamCommands.clear());
      case Effect.CloseStream(int code, var reason) -> closeStream(code, reason);

      case Effect.OpenModel(var name) -> openModel(name);
      case Effect.CloseModel _ -> closeModel();
      case Effect.UpdateSession(var instructions, var snapshot) ->
          tellModel(modelCommands.updateSession(instructions, snapshot));
      case Effect.AppendAudio(var audio) ->
          model.ifPresent(socket -> socket.writeIfItKeepsUp(modelCommands.appendAudio(audio)));
      case Effect.AddItem(var item) -> tellModel(modelCommands.addItem(item));
      case Effect.TruncateItem(var item, int index, int heardMs) ->
          tellModel(modelCommands.truncateItem(item, index, heardMs));
      case Effect.DeleteItem(var item) -> tellModel(modelCommands.deleteItem(item));
      case Effect.CreateResponse(var order) -> tellModel(modelCommands.createResponse(order));
      case Effect.CancelResponse(var response) -> tellModel(modelCommands.cancelResponse(response));

      case Effect.ExchangeToken(var stream) ->
          then(backEnd.exchange(stream, upgrade), this::exchanged);
      case Effect.CallTool call -> callTool(call);
      case Effect.SaveTurn(var turn) -> session.ifPresent(open -> open.save(turn));
      case Effect.Redirect(var reason) ->
          session.ifPresent(
              open -> then(open.redirect(reason), accepted -> new Redirected(now(), accepted)));
      case Effect.HangUp _ ->
          session.ifPresent(open -> then(open.hangUp(), accepted -> new HungUp(now(), accepted)));
      case Effect.SendReport(var report) ->
          session.ifPresent(open -> reported = open.finish(report));

      case Effect.StartTimer(var timer, var after) -> timers.start(timer, after);
      case Effect.StopTimer(var timer) -> timers.stop(timer);
      case Effect.Tell told -> log.tell(told);
      case Effect.Finish _ -> finish();
    }
  }

  private Signal exchanged(Exchange exchange) {
    return switch (exchange) {
      case Exchange.Opened(var opened) -> {
        session = Optional.of(opened);
        yield new SessionGranted(now(), opened.grant());
      }
      case Exchange.Refused(var reason) -> new SessionRefused(now(), reason);
      case Exchange.Unreachable _ -> new SessionUnreachable(now());
    };
  }

  private void callTool(Effect.CallTool call) {
    session.ifPresent(
        open ->
            then(
                open.callTool(call.callId(), call.path(), call.arguments(), call.within()),
                (ToolOutcome outcome) -> new ToolFinished(now(), call.callId(), outcome)));
  }

  /** Brings an answer of the back end to the event loop. */
  private <T> void then(CompletableFuture<T> answer, Function<T, Signal> signal) {
    var _ = answer.thenAcceptAsync(value -> happen(signal.apply(value)), loop);
  }

  private void openModel(String name) {
    closeModel();
    modelCommands = new ModelCommands();
    model = Optional.of(ModelSocket.open(loop, names, modelAddress, name, this));
  }

  private void closeModel() {
    model.ifPresent(ModelSocket::close);
    model = Optional.empty();
  }

  private void tellModel(String event) {
    model.ifPresent(socket -> socket.write(event));
  }

  private void closeStream(int code, String reason) {
    if (!streamClosed) {
      streamClosed = true;
      Sockets.close(twilio, code, reason);
    }
  }

  private void finish() {
    timers.stopAll();
    pings.cancel(false);
    closeModel();
    closeStream(1000, "");
    var _ = reported.whenComplete((_, _) -> finished.complete(null));
  }

  private void ping() {
    if (!streamClosed) {
      Sockets.ping(twilio);
    }
    model.ifPresent(ModelSocket::ping);
  }

  /** The call's clock. */
  private static long now() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }
}
