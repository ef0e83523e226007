package com.hekax.phone.bridge.conversation;

import com.hekax.phone.bridge.conversation.Effect.CallTool;
import com.hekax.phone.bridge.conversation.Item.SystemText;
import com.hekax.phone.bridge.conversation.Item.ToolOutput;
import com.hekax.phone.bridge.conversation.Tool.Then;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tools that the model asked for. Each request is answered once, whatever comes of it, because
 * the model waits for all of them; what follows is told once all are answered.
 */
final class ToolCalls {
  private static final String DONE = "{\"ok\":true}";
  private static final String INVALID_JSON =
      "{\"ok\":false,\"error\":\"invalid_arguments\","
          + "\"hint\":\"The arguments were not a JSON object. Ask again with valid arguments.\"}";
  private static final String UNKNOWN =
      "{\"ok\":false,\"error\":\"unknown_tool\",\"hint\":\"There is no such tool. Go on without it.\"}";
  private static final String UNAVAILABLE =
      "{\"ok\":false,\"error\":\"unavailable\",\"hint\":\"This did not work. Say so and offer to take"
          + " a message, so that somebody calls back.\"}";

  /**
   * What replaces the model's memory of a tool when its session is lost; no more than this many.
   */
  private static final int REMEMBERED = 20;

  private record Running(Tool tool, boolean askedByThisModel) {}

  private final Effects effects;
  private final ModelItems items;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Running> running = new HashMap<>();
  private final List<String> outcomes = new ArrayList<>();
  private Optional<Then> then = Optional.empty();
  private boolean announced;

  ToolCalls(Effects effects, ModelItems items) {
    this.effects = effects;
    this.items = items;
  }

  /**
   * Begins what the model asked for in one response.
   *
   * @param spoken the response also said something
   */
  void begin(List<FunctionCall> calls, boolean spoken, Snapshot snapshot) {
    for (var call : calls) {
      if (seen.add(call.callId())) {
        announced = spoken;
        begin(call, snapshot);
      }
    }
  }

  /** A tool has answered; false when nobody waits for it. */
  boolean finished(String callId, ToolOutcome outcome) {
    var call = running.remove(callId);
    if (call == null) {
      return false;
    }
    var tool = call.tool();
    var json = json(outcome);
    if (call.askedByThisModel()) {
      answer(callId, tool.name(), json, follows(tool, outcome));
    } else {
      remember(tool.name(), json);
      items.add(new SystemText("The tool " + tool.name() + " answered: " + json));
      follow(follows(tool, outcome));
    }
    return true;
  }

  /** What follows, once after all requests are answered. */
  Optional<Then> takeWhatFollows() {
    if (!running.isEmpty()) {
      return Optional.empty();
    }
    var follows = then;
    then = Optional.empty();
    return follows;
  }

  /** The assistant said something in the response that asked for the last tool. */
  boolean announced() {
    return announced;
  }

  boolean isIdle() {
    return running.isEmpty();
  }

  /** The model's session is another now, which has asked for none of these. */
  void modelChanged() {
    running.replaceAll((_, call) -> new Running(call.tool(), false));
  }

  /** What the tools have answered so far, oldest first, for a model that does not know. */
  List<String> outcomes() {
    return List.copyOf(outcomes);
  }

  private void begin(FunctionCall call, Snapshot snapshot) {
    var tool =
        snapshot.tools().stream().filter(known -> known.name().equals(call.name())).findFirst();
    if (tool.isEmpty()) {
      answer(call.callId(), call.name(), UNKNOWN, Then.CONTINUE);
    } else if (!call.wellFormed()) {
      answer(call.callId(), call.name(), INVALID_JSON, Then.CONTINUE);
    } else if (tool.get().path().isEmpty()) {
      answer(call.callId(), call.name(), DONE, tool.get().then());
    } else {
      running.put(call.callId(), new Running(tool.get(), true));
      effects.add(
          new CallTool(
              call.callId(), tool.get().path().get(), call.arguments(), snapshot.limits().tool()));
    }
  }

  private void answer(String callId, String name, String json, Then follows) {
    remember(name, json);
    items.add(new ToolOutput(callId, json));
    follow(follows);
  }

  private void remember(String name, String json) {
    outcomes.add(name + ": " + json);
    if (outcomes.size() > REMEMBERED) {
      outcomes.removeFirst();
    }
  }

  private void follow(Then next) {
    if (then.isEmpty() || next.compareTo(then.get()) > 0) {
      then = Optional.of(next);
    }
  }

  private static Then follows(Tool tool, ToolOutcome outcome) {
    return switch (outcome) {
      case ToolOutcome.Answered answer ->
          tool.then() == Then.TRANSFER && !answer.transferring() ? Then.CONTINUE : tool.then();
      case ToolOutcome.Invalid _, ToolOutcome.Unavailable _ -> Then.CONTINUE;
    };
  }

  private static String json(ToolOutcome outcome) {
    return switch (outcome) {
      case ToolOutcome.Answered(var json, _) -> json;
      case ToolOutcome.Invalid(var errors) ->
          "{\"ok\":false,\"error\":\"invalid_arguments\",\"errors\":" + errors + "}";
      case ToolOutcome.Unavailable _ -> UNAVAILABLE;
    };
  }
}
