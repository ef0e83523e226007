package com.hekax.phone.bridge.simulation;

import com.hekax.phone.bridge.conversation.Conversation;
import com.hekax.phone.bridge.conversation.Effect;
import com.hekax.phone.bridge.conversation.Grant;
import com.hekax.phone.bridge.conversation.MediaStream;
import com.hekax.phone.bridge.conversation.Refusal;
import com.hekax.phone.bridge.conversation.Signal;
import com.hekax.phone.bridge.conversation.Snapshot;
import com.hekax.phone.bridge.conversation.Timer;
import com.hekax.phone.bridge.conversation.Tool;
import com.hekax.phone.bridge.conversation.Tool.Then;
import com.hekax.phone.bridge.conversation.ToolOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/** One call from its first frame to its end, decided by a seed. */
final class SimulatedCall {
  private static final List<Tool> TOOLS =
      List.of(
          new Tool("capture_lead", "", "{}", Optional.of("/api/lead"), Then.CONTINUE),
          new Tool("look_up", "", "{}", Optional.of("/api/look-up"), Then.CONTINUE),
          new Tool("transfer_call", "", "{}", Optional.of("/api/transfer"), Then.TRANSFER),
          new Tool("end_call", "", "{}", Optional.empty(), Then.END));

  /** More is a call that does not end. */
  private static final int MOST_EVENTS = 2_000_000;

  private final SplittableRandom random;
  private final VirtualTime time = new VirtualTime();
  private final Plan plan;
  private final Conversation conversation = new Conversation("model-1");
  private final Watch watch;
  private final SimulatedLine line;
  private final Wire toTwilio;
  private final List<SimulatedModel> sessions = new ArrayList<>();
  private final Map<Timer, Integer> timers = new EnumMap<>(Timer.class);
  private final Consumer<String> story;
  private Map<String, Integer> cut = new HashMap<>();
  private int timersStarted;
  private boolean granted;

  /**
   * A call that has not begun.
   *
   * @param story told every signal and effect but frames and timers
   */
  SimulatedCall(long seed, Consumer<String> story) {
    this.story = story;
    random = new SplittableRandom(seed);
    plan = Plan.draw(random);
    watch = new Watch(time, plan.limits());
    toTwilio = new Wire(time, random, plan.wireMillis());
    line = new SimulatedLine(time, new Wire(time, random, plan.wireMillis()), this::signal);
  }

  Watch watch() {
    return watch;
  }

  SimulatedLine line() {
    return line;
  }

  /** Lets it happen; returns what was wrong. */
  List<String> run() {
    signal(new Signal.Connected(time.now(), true));
    time.after(random.nextInt(5, 200), this::start);
    int events = 0;
    while (events++ < MOST_EVENTS && time.next()) {
      watch.look(line, granted);
    }
    return watch.faults(sessions, granted);
  }

  private void start() {
    var stream = new MediaStream("MZ1", "CA1", "AC1", "token");
    signal(new Signal.StreamStarted(time.now(), Instant.EPOCH.plusMillis(time.now()), stream));
    new SimulatedCaller(this, time, random.split(), plan).begin();
    if (random.nextDouble() < plan.streamDropsPerMinute()) {
      time.after(random.nextInt(1_000, 60_000), () -> endStream(new Signal.StreamLost(time.now())));
    }
  }

  void callerHangsUp() {
    endStream(new Signal.StreamEnded(time.now()));
  }

  private void endStream(Signal how) {
    if (!line.isClosed()) {
      line.close();
      watch.leaving();
      signal(how);
    }
  }

  /** Tells the conversation, and does what it wants done. */
  void signal(Signal signal) {
    tell("<-", signal);
    for (var effect : conversation.on(signal)) {
      tell("  ->", effect);
      watch.nothingAfterEnd(effect);
      perform(effect);
    }
  }

  private void tell(String way, Object what) {
    boolean isFrame =
        what instanceof Signal.CallerAudio
            || what instanceof Effect.AppendAudio
            || what instanceof Effect.PlayAudio
            || what instanceof Signal.ModelAudio;
    if (!isFrame) {
      story.accept(time.now() + " " + way + " " + what);
    }
  }

  private void perform(Effect effect) {
    switch (effect) {
      case Effect.PlayAudio(var audio) -> {
        watch.action();
        toTwilio.send(() -> line.play(audio));
      }
      case Effect.SendMark(var name) -> toTwilio.send(() -> line.mark(name));
      case Effect.ClearPlayback _ -> clear();
      case Effect.CloseStream _ -> {
        watch.leaving();
        line.close();
      }
      case Effect.OpenModel _ -> openModel();
      case Effect.CloseModel _ -> sessions.getLast().close();
      case Effect.UpdateSession _ -> {
        watch.action();
        sessions.getLast().configure();
      }
      case Effect.AppendAudio(var audio) -> sessions.getLast().hear(audio);
      case Effect.AddItem(var item) -> {
        watch.action();
        sessions.getLast().add(item);
      }
      case Effect.TruncateItem(var item, _, int heardMs) -> {
        cut.put(item, heardMs);
        sessions.getLast().truncate(item, heardMs);
      }
      case Effect.DeleteItem(var item) -> sessions.getLast().delete(item);
      case Effect.CreateResponse(var order) -> {
        watch.action();
        sessions.getLast().create(order);
      }
      case Effect.CancelResponse(var response) -> {
        watch.action();
        sessions.getLast().cancel(response);
      }
      case Effect.ExchangeToken _ -> time.after(random.nextInt(20, 300), this::exchanged);
      case Effect.CallTool tool -> callTool(tool);
      case Effect.SaveTurn(var turn) -> watch.saved(turn);
      case Effect.Redirect _ -> {
        watch.leaving();
        leave(accepted -> new Signal.Redirected(time.now(), accepted));
      }
      case Effect.HangUp _ -> {
        watch.leaving();
        leave(accepted -> new Signal.HungUp(time.now(), accepted));
      }
      case Effect.SendReport(var report) -> watch.reported(report.reason());
      case Effect.StartTimer(var timer, var after) -> startTimer(timer, after);
      case Effect.StopTimer(var timer) -> timers.remove(timer);
      case Effect.Tell _ -> {}
      case Effect.Finish _ -> {
        watch.finished();
        line.close();
        timers.clear();
      }
    }
  }

  /** What is truncated now is compared with what the caller has heard when Twilio clears. */
  private void clear() {
    var truncated = new HashMap<String, Integer>();
    cut = truncated;
    toTwilio.send(
        () -> {
          truncated.forEach((item, heard) -> watch.truncatedOffBy(heard - line.heardOf(item)));
          line.clear();
        });
  }

  private void openModel() {
    watch.action();
    if (!sessions.isEmpty()) {
      sessions.getLast().close();
    }
    sessions.add(new SimulatedModel(this, time, random.split(), plan, sessions.size()));
    sessions.getLast().connect();
  }

  private void exchanged() {
    if (random.nextDouble() < plan.backEndRefuses() / 4) {
      signal(
          random.nextBoolean()
              ? new Signal.SessionUnreachable(time.now())
              : new Signal.SessionRefused(time.now(), Refusal.INVALID_TOKEN));
      return;
    }
    granted = true;
    watch.action();
    var snapshot =
        new Snapshot(
            1,
            random.nextInt(5) == 0 ? "model-2" : "model-1",
            "gpt-transcribe",
            "marin",
            "en",
            "Be kind.",
            "Hello.",
            "Back.",
            TOOLS,
            plan.limits());
    signal(
        new Signal.SessionGranted(
            time.now(), new Grant("call", "organization", random.nextBoolean(), "", snapshot)));
  }

  private void callTool(Effect.CallTool tool) {
    watch.action();
    boolean unavailable = random.nextDouble() < plan.toolsUnavailable();
    long most = tool.within().toMillis();
    ToolOutcome outcome =
        unavailable
            ? new ToolOutcome.Unavailable()
            : random.nextInt(10) == 0
                ? new ToolOutcome.Invalid("[]")
                : new ToolOutcome.Answered("{\"ok\":true}", random.nextBoolean());
    long takes = unavailable && random.nextBoolean() ? most : random.nextLong(10, most);
    time.after(
        takes,
        () -> {
          watch.action();
          signal(new Signal.ToolFinished(time.now(), tool.callId(), outcome));
        });
  }

  /** The back end is asked to send the caller elsewhere, or to hang up. */
  private void leave(Function<Boolean, Signal> answer) {
    boolean accepted = random.nextDouble() >= plan.backEndRefuses();
    time.after(
        random.nextInt(30, 800),
        () -> {
          if (!accepted) {
            watch.staying();
          }
          signal(answer.apply(accepted));
          if (accepted && random.nextInt(20) > 0) {
            time.after(
                random.nextInt(30, 900), () -> endStream(new Signal.StreamEnded(time.now())));
          }
        });
  }

  private void startTimer(Timer timer, Duration after) {
    int start = ++timersStarted;
    timers.put(timer, start);
    time.after(
        after.toMillis(),
        () -> {
          if (timers.remove(timer, start)) {
            signal(new Signal.TimerFired(time.now(), timer));
          }
        });
  }
}
