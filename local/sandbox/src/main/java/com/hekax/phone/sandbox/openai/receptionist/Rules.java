package com.hekax.phone.sandbox.openai.receptionist;

import com.hekax.phone.sandbox.speech.Clip;
import com.hekax.phone.sandbox.speech.Clips;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A file of rules, read and checked: a name that is no clip, or a word that is no rule's, is an
 * error at the start and no silence in a call.
 */
record Rules(
    Clip first,
    Clip notUnderstood,
    Clip nudge,
    Map<String, Clip> purposes,
    Map<String, Pattern> values,
    Map<String, Rule> hears) {

  /**
   * @param resource a YAML file on the class path
   */
  static Rules read(String resource, Clips clips) {
    var settings = LoadSettings.builder().setLabel(resource).setAllowDuplicateKeys(false).build();
    try (var file = open(resource)) {
      return new Reader(resource, clips).rules(new Load(settings).loadFromInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) throws IOException {
    var stream = Rules.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IOException("There is no " + resource);
    }
    return stream;
  }

  /** Turns what YAML gives into rules. */
  private record Reader(String resource, Clips clips) {

    Rules rules(Object file) {
      var fields =
          fields(file, Set.of("first", "not-understood", "nudge", "purposes", "values", "hears"));
      var hears = new LinkedHashMap<String, Rule>();
      map(field(fields, "hears"))
          .forEach((heard, rule) -> hears.put(clip(heard).id(), rule(heard, rule)));
      var purposes = new LinkedHashMap<String, Clip>();
      map(field(fields, "purposes")).forEach((purpose, name) -> purposes.put(purpose, clip(name)));
      var values = new LinkedHashMap<String, Pattern>();
      map(field(fields, "values"))
          .forEach((name, pattern) -> values.put(name, Pattern.compile(text(pattern))));
      return new Rules(
          clip(field(fields, "first")),
          clip(field(fields, "not-understood")),
          clip(field(fields, "nudge")),
          purposes,
          values,
          hears);
    }

    private Rule rule(String heard, Object rule) {
      var fields = fields(rule, Set.of("call", "with", "then", "say"));
      if (fields.containsKey("say") == fields.containsKey("call")) {
        throw error("the rule for " + heard + " either says or calls");
      }
      if (fields.containsKey("say")) {
        var answer = new Rule.Answer(Map.of(), clip(field(fields, "say")));
        return new Rule(Optional.empty(), Map.of(), List.of(answer));
      }
      var then = list(field(fields, "then")).stream().map(this::answer).toList();
      if (then.isEmpty() || !then.getLast().when().isEmpty()) {
        throw error("the last answer for " + heard + " has no condition");
      }
      return new Rule(
          Optional.of(text(field(fields, "call"))),
          texts(fields.getOrDefault("with", Map.of())),
          then);
    }

    private Rule.Answer answer(Object answer) {
      var fields = fields(answer, Set.of("when", "say"));
      return new Rule.Answer(
          texts(fields.getOrDefault("when", Map.of())), clip(field(fields, "say")));
    }

    private Clip clip(Object name) {
      return clips.find(text(name)).orElseThrow(() -> error("no clip is called " + name));
    }

    private Object field(Map<String, Object> fields, String name) {
      return Optional.ofNullable(fields.get(name)).orElseThrow(() -> error("no " + name));
    }

    private Map<String, Object> fields(Object value, Set<String> known) {
      var fields = map(value);
      for (var name : fields.keySet()) {
        if (!known.contains(name)) {
          throw error(name + " is none of " + known);
        }
      }
      return fields;
    }

    private Map<String, String> texts(Object value) {
      var texts = new LinkedHashMap<String, String>();
      map(value).forEach((name, text) -> texts.put(name, text(text)));
      return texts;
    }

    private Map<String, Object> map(Object value) {
      if (!(value instanceof Map<?, ?> map)) {
        throw error(value + " has no fields");
      }
      var copy = new LinkedHashMap<String, Object>();
      map.forEach((name, field) -> copy.put(text(name), field));
      return copy;
    }

    private List<?> list(Object value) {
      if (value instanceof List<?> list) {
        return list;
      }
      throw error(value + " is no list");
    }

    private String text(Object value) {
      if (value instanceof String text) {
        return text;
      }
      throw error(value + " is no text");
    }

    private IllegalArgumentException error(String what) {
      return new IllegalArgumentException(resource + ": " + what);
    }
  }
}
