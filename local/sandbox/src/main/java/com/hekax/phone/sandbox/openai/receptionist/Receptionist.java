package com.hekax.phone.sandbox.openai.receptionist;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.sandbox.openai.receptionist.Reply.Call;
import com.hekax.phone.sandbox.openai.receptionist.Reply.Say;
import com.hekax.phone.sandbox.openai.receptionist.Turn.Answered;
import com.hekax.phone.sandbox.openai.receptionist.Turn.Called;
import com.hekax.phone.sandbox.openai.receptionist.Turn.Returned;
import com.hekax.phone.sandbox.openai.receptionist.Turn.Said;
import com.hekax.phone.sandbox.openai.receptionist.Turn.Silence;
import com.hekax.phone.sandbox.openai.receptionist.Turn.Told;
import com.hekax.phone.sandbox.openai.wire.Json;
import com.hekax.phone.sandbox.speech.Clip;
import com.hekax.phone.sandbox.speech.Clips;
import com.hekax.phone.sandbox.speech.Speaker;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The model: reads the situation, follows the rules, remembers nothing itself. */
public final class Receptionist {
  private static final Pattern VALUE = Pattern.compile("\\$\\{([a-z-]+)}");
  private static final String EXACTLY = "say exactly:";

  private final Rules rules;
  private final Clips clips;

  private Receptionist(Rules rules, Clips clips) {
    this.rules = rules;
    this.clips = clips;
  }

  /** The one that the bundled rules make. */
  public static Receptionist bundled() {
    var clips = Clips.bundled();
    return new Receptionist(Rules.read("/conversations/receptionist.yaml", clips), clips);
  }

  /** What to do next. */
  public Reply reply(Situation situation) {
    if (situation.forcedTool().isPresent()) {
      return forced(situation, situation.forcedTool().get());
    }
    var exactly = situation.asked().flatMap(this::exactly);
    if (exactly.isPresent()) {
      return new Say(exactly.get());
    }
    var byPurpose = situation.purpose().map(rules.purposes()::get);
    if (byPurpose.isPresent()) {
      return new Say(byPurpose.get());
    }
    return switch (last(situation.turns())) {
      case Returned(var callId, var output) -> new Say(after(situation.turns(), callId, output));
      case Said(var clip) ->
          clip.map(Clip::id)
              .map(rules.hears()::get)
              .map(rule -> follow(rule, situation))
              .orElseGet(() -> new Say(rules.notUnderstood()));
      case Told _ -> new Say(exactly(situation.instructions()).orElse(rules.first()));
      case Silence _, Answered _, Called _ -> new Say(rules.nudge());
    };
  }

  private Reply follow(Rule rule, Situation situation) {
    return rule.call()
        .flatMap(situation::tool)
        .<Reply>map(tool -> call(rule, tool, situation))
        .orElseGet(() -> new Say(rule.withoutTool()));
  }

  private Call call(Rule rule, JsonNode tool, Situation situation) {
    var known = tool.path("parameters").path("properties");
    var arguments = Json.object();
    rule.with()
        .forEach(
            (name, text) -> {
              if (known.isMissingNode() || known.has(name)) {
                value(text, situation).ifPresent(value -> arguments.put(name, value));
              }
            });
    return new Call(tool.path("name").asText(), arguments);
  }

  private Reply forced(Situation situation, String tool) {
    var offered = situation.tool(tool);
    return rules.hears().values().stream()
        .filter(rule -> rule.call().equals(Optional.of(tool)) && offered.isPresent())
        .findFirst()
        .map(rule -> call(rule, offered.orElseThrow(), situation))
        .orElseGet(() -> new Call(tool, Json.object()));
  }

  /** The text, or the value of the call that it stands for. */
  private Optional<String> value(String text, Situation situation) {
    var name = VALUE.matcher(text);
    if (!name.matches()) {
      return Optional.of(text);
    }
    var pattern = rules.values().get(name.group(1));
    if (pattern == null) {
      return Optional.empty();
    }
    var told =
        situation.turns().stream().filter(Told.class::isInstance).map(turn -> ((Told) turn).text());
    return Stream.concat(Stream.of(situation.instructions()), told)
        .map(pattern::matcher)
        .filter(matcher -> matcher.find())
        .map(matcher -> matcher.group(1))
        .findFirst();
  }

  /** The rule is that of the utterance before the call, or else of the tool. */
  private Clip after(List<Turn> turns, String callId, JsonNode output) {
    Optional<Clip> heard = Optional.empty();
    for (var turn : turns) {
      if (turn instanceof Said(var clip)) {
        heard = clip;
      } else if (turn instanceof Called(var id, var tool) && id.equals(callId)) {
        return Stream.concat(
                heard.map(Clip::id).map(rules.hears()::get).stream(),
                rules.hears().values().stream())
            .filter(rule -> rule.call().equals(Optional.of(tool)))
            .findFirst()
            .map(rule -> rule.after(output))
            .orElse(rules.nudge());
      }
    }
    return rules.nudge();
  }

  /** The longest clip of the assistant whose words follow "Say exactly:". */
  private Optional<Clip> exactly(String instructions) {
    int at = instructions.toLowerCase(Locale.ROOT).indexOf(EXACTLY);
    if (at < 0) {
      return Optional.empty();
    }
    var wanted = instructions.substring(at + EXACTLY.length());
    return clips.beginning(wanted, Speaker.ASSISTANT);
  }

  /** What happened last; what the model was told is no event of the dialogue. */
  private static Turn last(List<Turn> turns) {
    return turns.reversed().stream()
        .filter(turn -> !(turn instanceof Told))
        .findFirst()
        .orElseGet(() -> new Told(""));
  }
}
