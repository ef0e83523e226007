package com.hekax.phone.sandbox.twilio.caller;

import com.hekax.phone.sandbox.speech.Clips;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What somebody does who rings, as {@code callers/*.yaml} says it. Times are milliseconds:
 *
 * <pre>{@code
 * about: Asks for the opening hours.
 * patience: 30000        # how long it may ring
 * limit: 120000          # how long the call may last
 * steps:
 *   - listen: { quiet: 700, atMost: 20000 }
 *   - say: ask-parking
 *   - interrupt: { say: wait-wait, after: 800 }
 *   - press: "12#"
 *   - wait: 500
 *   - lose-line: 2000                   # or { speaking: 1200 }: so long after the other side's first word
 *   - hang-up
 * }</pre>
 */
public record CallerScript(String about, Duration patience, Duration limit, List<Step> steps) {
  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(60);
  private static final Duration USUAL_LIMIT = Duration.ofMinutes(5);
  private static final int USUAL_QUIET = 700;
  private static final int USUAL_AT_MOST = 20_000;

  /**
   * Reads a script.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong with it
   */
  static CallerScript read(String yaml) {
    Object document;
    try {
      document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException("The script is no YAML: " + e.getMessage(), e);
    }
    if (!(document instanceof Map<?, ?> script) || !(script.get("steps") instanceof List<?> list)) {
      throw new IllegalArgumentException("A script has a list of steps.");
    }
    var steps = new ArrayList<Step>();
    list.forEach(step -> steps.add(step(step)));
    return new CallerScript(
        script.get("about") instanceof String about ? about : "",
        script.get("patience") == null ? USUAL_PATIENCE : millis(script.get("patience")),
        script.get("limit") == null ? USUAL_LIMIT : millis(script.get("limit")),
        List.copyOf(steps));
  }

  /**
   * Keys of a telephone.
   *
   * @throws IllegalArgumentException when one of them is not
   */
  public static String keys(String keys) {
    if (!keys.matches("[0-9*#]+")) {
      throw new IllegalArgumentException("Keys are 0-9, * and #, not " + keys + ".");
    }
    return keys;
  }

  /**
   * The name of a clip.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public static String clip(@Nullable Object name) {
    var id = String.valueOf(name);
    if (Clips.bundled().find(id).isEmpty()) {
      throw new IllegalArgumentException("There is no clip " + id + ".");
    }
    return id;
  }

  private static Step step(Object step) {
    if (step.equals("hang-up")) {
      return new Step.HangUp();
    }
    if (!(step instanceof Map<?, ?> map) || map.size() != 1) {
      throw new IllegalArgumentException("A step is one thing to do, not " + step + ".");
    }
    var what = map.entrySet().iterator().next();
    var how = what.getValue();
    return switch (String.valueOf(what.getKey())) {
      case "listen" ->
          new Step.Listen(millis(how, "quiet", USUAL_QUIET), millis(how, "atMost", USUAL_AT_MOST));
      case "say" -> new Step.Say(clip(how));
      case "interrupt" ->
          new Step.Interrupt(
              clip(how instanceof Map<?, ?> of ? of.get("say") : how), millis(how, "after", 0));
      case "press" -> new Step.Press(keys(String.valueOf(how)));
      case "wait" -> new Step.Wait(millis(how));
      case "lose-line" ->
          how instanceof Map<?, ?>
              ? new Step.LoseLine(millis(how, "speaking", 0), true)
              : new Step.LoseLine(millis(how), false);
      default -> throw new IllegalArgumentException("There is no step " + what.getKey() + ".");
    };
  }

  private static Duration millis(Object map, String name, int usual) {
    var value = map instanceof Map<?, ?> of ? of.get(name) : null;
    return value == null ? Duration.ofMillis(usual) : millis(value);
  }

  private static Duration millis(Object value) {
    if (value instanceof Integer number && number >= 0) {
      return Duration.ofMillis(number);
    }
    throw new IllegalArgumentException("A time is a number of milliseconds, not " + value + ".");
  }
}
