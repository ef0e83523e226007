package com.hekax.phone.bridge.conversation;

import com.hekax.phone.bridge.conversation.Effect.CancelResponse;
import com.hekax.phone.bridge.conversation.Effect.CloseStream;
import com.hekax.phone.bridge.conversation.Effect.ExchangeToken;
import com.hekax.phone.bridge.conversation.Effect.Finish;
import com.hekax.phone.bridge.conversation.Effect.HangUp;
import com.hekax.phone.bridge.conversation.Effect.Redirect;
import com.hekax.phone.bridge.conversation.Effect.SendReport;
import com.hekax.phone.bridge.conversation.Item.CallerText;
import com.hekax.phone.bridge.conversation.Item.SystemText;
import com.hekax.phone.bridge.conversation.ModelLink.State;
import com.hekax.phone.bridge.conversation.Signal.CallerTranscribed;
import com.hekax.phone.bridge.conversation.Signal.ModelAudio;
import com.hekax.phone.bridge.conversation.Signal.ModelComplained;
import com.hekax.phone.bridge.conversation.Signal.SessionUpdated;
import com.hekax.phone.bridge.conversation.Signal.SpeechCommitted;
import com.hekax.phone.bridge.conversation.Signal.StreamStarted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One phone call: signals in, effects out. Owns no socket, clock or thread; one instance per call,
 * and one signal at a time.
 */
public final class Conversation {
  private static final String MULAW = "audio/pcmu";
  private static final Duration START_WITHIN = Duration.ofSeconds(5);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  private static final int NORMAL = 1000;
  private static final int GOING_AWAY = 1001;
  private static final int POLICY_VIOLATION = 1008;
  private static final int SERVER_ERROR = 1011;

  private final String firstModel;
  private final Effects effects = new Effects();
  private final ModelLink link = new ModelLink(effects);
  private final ModelItems items = new ModelItems(effects);
  private final CallerAudio callerAudio = new CallerAudio(effects);
  private final Playback playback = new Playback(effects);
  private final Responses responses = new Responses(effects);
  private final ToolCalls tools = new ToolCalls(effects, items);
  private final Turns turns = new Turns(effects);
  private final Unheard unheard = new Unheard(effects, turns, responses);
  private final ResponseWatch watch = new ResponseWatch(effects);
  private final Keys keys = new Keys(effects);
  private final Ending ending = new Ending(effects);
  private final CallRecord record = new CallRecord();

  private Phase phase = Phase.WAITING;
  private long now;
  private Optional<MediaStream> stream = Optional.empty();
  private Optional<Grant> grant = Optional.empty();
  private Optional<Silence> silence = Optional.empty();
  private Instant callerBegan = Instant.EPOCH;
  private boolean greeted;
  private boolean renewalIsDue;

  /**
   * A call that has not begun.
   *
   * @param firstModel what is opened before it is known which model the call is to have
   */
  public Conversation(String firstModel) {
    this.firstModel = firstModel;
  }

  /** What is to be done about the signal, in this order. */
  public List<Effect> on(Signal signal) {
    if (phase == Phase.ENDED) {
      return List.of();
    }
    now = signal.atMillis();
    apply(signal);
    settle();
    return effects.take();
  }

  private void apply(Signal signal) {
    switch (signal) {
      case Signal.Connected connected -> connected(connected.maybeSigned());
      case StreamStarted started -> streamStarted(started);
      case Signal.StreamInvalid _ -> refuse("invalid start", Happening.START_MISSING);
      case Signal.CallerAudio frame -> callerAudio.heard(frame);
      case Signal.KeyPressed pressed -> keyPressed(pressed.key());
      case Signal.MarkReturned mark ->
          Mark.named(mark.name()).ifPresent(named -> heardOut(playback.marked(now, named)));
      case Signal.StreamEnded _ -> end(ending.reason());
      case Signal.StreamLost _ ->
          end(phase == Phase.LEAVING ? ending.reason() : EndReason.STREAM_LOST);

      case Signal.ModelOpened _ -> {
        if (link.opened()) {
          configure();
        }
      }
      case Signal.ModelRefused refused -> modelUnreachable(refused.status());
      case Signal.ModelLost _ -> modelLost();
      case SessionUpdated updated -> sessionUpdated(updated);
      case Signal.SpeechStarted _ -> callerSpeaks();
      case Signal.SpeechStopped _ -> callerPauses();
      case SpeechCommitted committed -> {
        turns.placed(committed.itemId(), committed.previousItemId());
        turns.callerSpoke(committed.itemId(), callerBegan);
      }
      case Signal.ItemAdded added -> turns.placed(added.itemId(), added.previousItemId());
      case CallerTranscribed transcribed -> {
        record.used(transcribed.usage());
        turns.callerText(transcribed.itemId(), transcribed.text());
      }
      case Signal.TranscriptionFailed failed ->
          effects.tell(Happening.TRANSCRIPTION_FAILED, failed.code());
      case Signal.ResponseCreated created -> {
        responses.created(created.responseId(), created.purpose());
        watch.await();
      }
      case Signal.ResponseProgressed _ -> watch.alive();
      case ModelAudio audio -> modelSpeaks(audio);
      case Signal.ModelText text -> {
        watch.alive();
        turns.assistantText(text.itemId(), text.more());
      }
      case Signal.ModelTextDone text -> turns.assistantTextDone(text.itemId(), text.text());
      case Signal.ItemDone done -> heardOut(playback.complete(now, done.itemId()));
      case Signal.ResponseDone done -> responseDone(done.response());
      case ModelComplained complained -> modelComplained(complained);

      case Signal.SessionGranted granted -> granted(granted.grant());
      case Signal.SessionRefused refused ->
          refuse(refused.refusal().words(), Happening.TOKEN_REFUSED);
      case Signal.SessionUnreachable _ -> {
        effects.tell(Happening.BACK_END_UNREACHABLE, "");
        closeStream(SERVER_ERROR, "back end unreachable", EndReason.STREAM_LOST);
      }
      case Signal.ToolFinished finished -> {
        if (tools.finished(finished.callId(), finished.outcome())
            && finished.outcome() instanceof ToolOutcome.Unavailable) {
          effects.tell(Happening.TOOL_UNAVAILABLE, finished.callId());
        }
      }
      case Signal.Redirected redirected -> redirected(redirected.accepted());
      case Signal.HungUp hungUp -> hungUp(hungUp.accepted());
      case Signal.TimerFired fired -> timerFired(fired.timer());
      case Signal.Drained _ -> closeStream(GOING_AWAY, "going away", EndReason.DRAINED);
    }
  }

  /** What follows from the state alone, whatever brought it about. */
  private void settle() {
    if (phase == Phase.ENDED) {
      return;
    }
    if (mayTalk()) {
      tools.takeWhatFollows().ifPresent(this::follow);
    }
    if (link.isReady() && phase != Phase.LEAVING) {
      boolean asked = responses.next();
      // Also one that was asked for before the model began another by itself may never come.
      if (asked || (responses.isAwaited() && !callerAudio.isSpeaking() && !watch.isAwaiting())) {
        watch.await();
      }
    }
    if (ending.isSaid() && playback.isEmpty()) {
      if (phase == Phase.CLOSING) {
        ending.pause();
      } else if (phase == Phase.TRANSFERRING) {
        redirect(RedirectReason.TRANSFER, EndReason.TRANSFERRED);
      }
    }
    boolean quiet = isQuiet();
    if (quiet && renewalIsDue) {
      renew();
      quiet = false;
    }
    watchSilence(quiet);
  }

  private void watchSilence(boolean quiet) {
    silence.ifPresent(watch -> watch.watch(quiet));
  }

  private boolean mayTalk() {
    return phase == Phase.GREETING || phase == Phase.TALKING;
  }

  private boolean isQuiet() {
    return mayTalk()
        && link.isReady()
        && responses.isIdle()
        && watch.isIdle()
        && playback.isEmpty()
        && tools.isIdle()
        && !callerAudio.isSpeaking();
  }

  // ---- the stream begins ----

  private void connected(boolean maybeSigned) {
    effects.start(Timer.START, START_WITHIN);
    if (maybeSigned) {
      // Most streams are genuine, and opening the model takes as long as asking the back end.
      link.open(firstModel);
    }
  }

  private void streamStarted(StreamStarted started) {
    if (phase != Phase.WAITING) {
      return;
    }
    effects.stop(Timer.START);
    phase = Phase.CONNECTING;
    stream = Optional.of(started.stream());
    record.started(now, started.at());
    effects.add(new ExchangeToken(started.stream()));
  }

  private void granted(Grant given) {
    if (phase != Phase.CONNECTING || grant.isPresent()) {
      return;
    }
    grant = Optional.of(given);
    silence = Optional.of(new Silence(effects, given.snapshot().limits()));
    effects.tell(Happening.CALL_STARTED, given.snapshot().version());
    effects.start(Timer.CALL_LIMIT, given.snapshot().limits().call());
    if (link.state() == State.GIVEN_UP) {
      modelFailed();
    } else if (link.state() == State.CLOSED || !link.model().equals(given.snapshot().model())) {
      link.open(given.snapshot().model());
    } else if (link.state() == State.OPEN) {
      configure();
    }
  }

  private void configure() {
    grant.ifPresent(link::configure);
  }

  private void sessionUpdated(SessionUpdated updated) {
    if (!updated.inputFormat().equals(MULAW) || !updated.outputFormat().equals(MULAW)) {
      // Another format would be loud noise on the caller's line.
      effects.tell(
          Happening.MODEL_FORMAT_WRONG, updated.inputFormat() + " " + updated.outputFormat());
      modelFailed();
    } else if (link.state() == State.CONFIGURING) {
      modelReady();
    }
  }

  private void modelReady() {
    link.ready();
    items.open(greeted ? memory() : List.of());
    callerAudio.open();
    if (!greeted) {
      greeted = true;
      phase = Phase.GREETING;
      grant.ifPresent(
          given -> responses.ask(ResponseOrder.exactly(Purpose.GREETING, given.greeting())));
    }
  }

  private void refuse(String reason, Happening happening) {
    effects.tell(happening, reason);
    closeStream(POLICY_VIOLATION, reason, EndReason.STREAM_LOST);
  }

  // ---- both talk ----

  private void modelSpeaks(ModelAudio audio) {
    watch.alive();
    if (responses.isDiscarded(audio.responseId()) || phase == Phase.LEAVING) {
      return;
    }
    if (!playback.play(audio)) {
      effects.tell(Happening.PLAYBACK_FULL, audio.responseId());
      return;
    }
    turns.assistantSpeaks(audio.itemId(), record.at(now));
    record.assistantSounds(now);
  }

  private void callerSpeaks() {
    callerBegan = record.at(now);
    callerAudio.speechStarted();
    watch.stop();
    silence.ifPresent(Silence::broken);
    responses.callerSpeaks();
    interrupt(false);
  }

  private void callerPauses() {
    callerAudio.speechStopped();
    watch.await();
  }

  private void keyPressed(char key) {
    if (!mayTalk() && phase != Phase.CLOSING) {
      return;
    }
    silence.ifPresent(Silence::keyPressed);
    interrupt(true);
    keys.press(key).ifPresent(this::keysPressed);
  }

  private void keysPressed(String number) {
    items.add(new CallerText("[caller pressed keys: " + number + "]"));
    responses.ask(ResponseOrder.answer());
  }

  /**
   * Stops the assistant, because the caller wants to say something.
   *
   * @param cancel the model does not know yet
   */
  private void interrupt(boolean cancel) {
    if (phase == Phase.CLOSING && ending.mayBeTakenBack() && link.isReady()) {
      ending.takeBack();
      phase = Phase.TALKING;
    }
    var active = responses.active().filter(id -> !responses.isDiscarded(id));
    if (!mayTalk() || (playback.isEmpty() && active.isEmpty())) {
      return;
    }
    var cuts = playback.interrupt(now); // first, for it is what the caller hears
    active.ifPresent(responses::discard);
    if (cancel) {
      active.map(CancelResponse::new).ifPresent(effects::add);
    }
    unheard.takeBack(cuts, active);
  }

  private void heardOut(List<Cut> over) {
    over.forEach(cut -> turns.heardOut(cut.itemId(), cut.heardMs()));
  }

  // ---- responses ----

  private void responseDone(ModelResponse response) {
    watch.stop();
    record.used(response.usage());
    heardOut(playback.completeResponse(now, response.id()));
    var order = responses.done(response.id());
    if (responses.isDiscarded(response.id())) {
      unheard.ended(response);
    }
    switch (response.status()) {
      case COMPLETED -> {
        watch.succeeded();
        grant.ifPresent(
            given ->
                tools.begin(response.calls(), !response.messages().isEmpty(), given.snapshot()));
      }
      case INCOMPLETE -> {
        if (response.reason().equals("content_filter") && mayTalk()) {
          responses.ask(ResponseOrder.apology());
        }
      }
      case FAILED -> responseFailed(order, response.errorCode());
      case CANCELLED -> {}
    }
    lastWords(response);
  }

  private void lastWords(ModelResponse response) {
    var purpose = response.purpose();
    if (purpose.equals(Optional.of(Purpose.GREETING)) && phase == Phase.GREETING) {
      phase = Phase.TALKING;
    } else if ((purpose.equals(Optional.of(Purpose.GOODBYE)) && phase == Phase.CLOSING)
        || (purpose.equals(Optional.of(Purpose.HAND_OVER)) && phase == Phase.TRANSFERRING)) {
      ending.said(!response.messages().isEmpty());
    }
  }

  private void responseFailed(ResponseOrder order, String code) {
    effects.tell(Happening.RESPONSE_FAILED, code);
    if (phase == Phase.CLOSING) {
      hangUp();
    } else if (phase == Phase.TRANSFERRING) {
      ending.said(false);
    } else if (!watch.retries(order, code)) {
      modelFailed();
    }
  }

  private void modelComplained(ModelComplained complained) {
    if (complained.code().equals("conversation_already_has_active_response")) {
      responses.refused();
      return;
    }
    effects.tell(
        Happening.MODEL_ERROR,
        complained.parameter().isEmpty()
            ? complained.code()
            : complained.code() + " " + complained.parameter());
    switch (complained.cause()) {
      case SESSION_UPDATE -> {
        if (link.state() == State.CONFIGURING) {
          effects.tell(Happening.MODEL_SETTINGS_REFUSED, complained.parameter());
          modelFailed();
        }
      }
      case RESPONSE_CREATE ->
          responses.forgetRequest().ifPresent(order -> responseFailed(order, complained.code()));
      case OTHER -> {}
    }
  }

  private void modelIsSilent() {
    if (phase == Phase.CLOSING || phase == Phase.TRANSFERRING) {
      // Nobody waits longer for last words than for any others.
      takeBackActive();
      ending.waitedInVain();
    } else if (mayTalk()) {
      askAgain();
    }
  }

  private Optional<String> takeBackActive() {
    var active = responses.active();
    active.ifPresent(
        id -> {
          responses.discard(id);
          effects.add(new CancelResponse(id));
        });
    return active;
  }

  private void askAgain() {
    if (!watch.maySilenceBeForgiven()) {
      modelLost();
      return;
    }
    responses.callerWasNotAnswered();
    var active = takeBackActive();
    var forgotten = responses.forgetRequest();
    responses.ask(
        active.map(_ -> responses.subject()).or(() -> forgotten).orElseGet(ResponseOrder::answer));
    watch.await();
  }

  // ---- tools and what follows them ----

  private void follow(Tool.Then then) {
    switch (then) {
      case CONTINUE -> responses.ask(ResponseOrder.answer());
      case TRANSFER -> {
        phase = Phase.TRANSFERRING;
        callerAudio.shut();
        ending.handOver();
        sayLastWords(ResponseOrder.handOver());
      }
      case END -> {
        if (callerAudio.isSpeaking() && ending.mayBeTakenBack()) {
          ending.takeBack(); // they have more to say, which the model will answer
        } else {
          sayGoodbye(EndReason.ASSISTANT_ENDED, tools.announced());
        }
      }
    }
  }

  private void sayLastWords(ResponseOrder order) {
    if (tools.announced()) {
      ending.said(true); // together with asking for the tool
    } else {
      responses.ask(order);
    }
  }

  private void sayGoodbye(EndReason reason, boolean alreadySaid) {
    phase = Phase.CLOSING;
    ending.goodbye(reason);
    if (!ending.mayBeTakenBack()) {
      callerAudio.shut();
    }
    if (alreadySaid) {
      ending.said(true);
    } else {
      responses.ask(ResponseOrder.goodbye(reason));
    }
  }

  private void hangUp() {
    ending.because(ending.reason());
    leave();
    effects.add(new HangUp());
  }

  private void hungUp(boolean accepted) {
    if (accepted) {
      effects.start(Timer.STOP, STOP_WITHIN);
    } else {
      effects.tell(Happening.HANG_UP_FAILED, "");
      closeStream(NORMAL, "goodbye", ending.reason());
    }
  }

  private void redirect(RedirectReason where, EndReason reason) {
    ending.because(reason);
    phase = Phase.LEAVING;
    callerAudio.shut();
    watch.stop();
    effects.add(new Redirect(where));
  }

  private void redirected(boolean accepted) {
    if (phase != Phase.LEAVING) {
      return;
    }
    if (accepted) {
      leave();
      effects.start(Timer.STOP, STOP_WITHIN);
    } else if (ending.reason() == EndReason.TRANSFERRED && link.isReady()) {
      effects.tell(Happening.TRANSFER_FAILED, "");
      ending.because(EndReason.CALLER_HUNG_UP);
      phase = Phase.TALKING;
      callerAudio.open();
      items.add(
          new SystemText(
              "The caller could not be put through. Say so, and offer to take a message."));
      responses.ask(ResponseOrder.answer());
    } else {
      closeStream(SERVER_ERROR, "model failed", ending.reason());
    }
  }

  private void leave() {
    phase = Phase.LEAVING;
    callerAudio.shut();
    watch.stop();
    items.close();
    link.close();
  }

  // ---- the model breaks ----

  private void modelUnreachable(int status) {
    if (link.state() != State.CONNECTING && link.state() != State.CONFIGURING) {
      return;
    }
    effects.tell(Happening.MODEL_UNREACHABLE, status);
    int spread = stream.map(known -> known.callSid().hashCode()).orElse(0);
    if (!link.failed(status, spread)) {
      modelFailed();
    }
  }

  private void modelLost() {
    switch (link.state()) {
      case CONNECTING, OPEN, CONFIGURING -> modelUnreachableByNow();
      case READY -> {
        effects.tell(Happening.MODEL_DROPPED, "");
        switch (phase) {
          case CLOSING, TRANSFERRING -> {
            link.close();
            heardOut(playback.modelChanged(now));
            ending.said(false);
          }
          case GREETING, TALKING -> {
            if (link.lost(now)) {
              changeModel();
            } else {
              modelFailed();
            }
          }
          case WAITING, CONNECTING, LEAVING, ENDED -> {}
        }
      }
      case CLOSED, PAUSING, GIVEN_UP -> {}
    }
  }

  private void modelUnreachableByNow() {
    effects.tell(Happening.MODEL_UNREACHABLE, 0);
    if (!link.failed(0, 0)) {
      modelFailed();
    }
  }

  private void renew() {
    renewalIsDue = false;
    link.renew();
    changeModel();
  }

  /** Another session takes over, which knows nothing; see {@link #modelReady}. */
  private void changeModel() {
    items.close();
    callerAudio.keep();
    boolean callerWasCutOff = callerAudio.isSpeaking();
    callerAudio.speechStopped();
    watch.stop();
    heardOut(playback.modelChanged(now));
    tools.modelChanged();
    unheard.modelChanged();
    var failed = watch.takeRetry();
    var owed = responses.modelChanged().or(() -> failed);
    boolean greetingWasHeard = record.hasAssistantSounded();
    owed.filter(order -> order.purpose() != Purpose.GREETING || !greetingWasHeard)
        .or(
            () ->
                callerWasCutOff || turns.endWithCaller()
                    ? Optional.of(ResponseOrder.answer())
                    : Optional.empty())
        .ifPresent(responses::ask);
  }

  private List<Item> memory() {
    var memory = new ArrayList<Item>();
    var outcomes = tools.outcomes();
    memory.add(
        new SystemText(
            "The call has been going on for a while, and this is how it went. Do not greet again."
                + (outcomes.isEmpty()
                    ? ""
                    : " These tools have been used already: " + String.join("; ", outcomes))));
    memory.addAll(turns.history());
    return memory;
  }

  private void modelFailed() {
    if (grant.isEmpty() || phase == Phase.LEAVING) {
      return; // without a grant nobody can be asked to take over yet
    }
    effects.tell(Happening.MODEL_FAILED, "");
    link.close();
    redirect(RedirectReason.MODEL_FAILED, EndReason.MODEL_FAILED);
  }

  // ---- time ----

  private void timerFired(Timer timer) {
    switch (timer) {
      case START -> refuse("no start", Happening.START_MISSING);
      case MODEL_CONNECT, MODEL_CONFIGURE -> modelUnreachableByNow();
      case MODEL_RETRY -> link.reopen();
      case RESPONSE -> {
        watch.stop();
        modelIsSilent();
      }
      case RESPONSE_RETRY -> watch.takeRetry().ifPresent(responses::ask);
      case SESSION_AGE -> renewalIsDue = true;
      case CALLER_AUDIO -> callerAudio.check(now);
      case SILENCE -> callerIsSilent();
      case KEYS -> keys.take().ifPresent(this::keysPressed);
      case CALL_LIMIT -> {
        if (mayTalk()) {
          sayGoodbye(EndReason.TIME_LIMIT, false);
        }
      }
      case GOODBYE, HANG_UP -> {
        if (phase == Phase.CLOSING) {
          hangUp();
        }
      }
      case HAND_OVER -> {
        if (phase == Phase.TRANSFERRING) {
          redirect(RedirectReason.TRANSFER, EndReason.TRANSFERRED);
        }
      }
      case STOP -> closeStream(NORMAL, "", ending.reason());
    }
  }

  private void callerIsSilent() {
    if (!mayTalk()) {
      return;
    }
    silence.ifPresent(
        ladder -> {
          if (ladder.askAgain()) {
            responses.ask(ResponseOrder.checkIn());
          } else {
            sayGoodbye(EndReason.SILENCE, false);
          }
        });
  }

  // ---- the end ----

  private void closeStream(int code, String words, EndReason reason) {
    effects.add(new CloseStream(code, words));
    end(reason);
  }

  private void end(EndReason reason) {
    phase = Phase.ENDED;
    link.close();
    for (var cut : playback.end(now)) {
      if (cut.heardOut()) {
        turns.heardOut(cut.itemId(), cut.heardMs());
      } else {
        turns.interrupted(cut.itemId(), cut.heardMs(), cut.sentMs());
      }
    }
    turns.close();
    grant.ifPresent(given -> report(reason, given.snapshot().model()));
    effects.add(new Finish());
  }

  private void report(EndReason reason, String model) {
    effects.add(new SendReport(record.report(now, reason, model)));
    effects.tell(Happening.CALL_ENDED, reason);
  }
}
