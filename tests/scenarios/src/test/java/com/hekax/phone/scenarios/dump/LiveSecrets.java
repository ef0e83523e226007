package com.hekax.phone.scenarios.dump;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What opens something now, by what it is; and whether a text holds any of it, in any writing. */
final class LiveSecrets {
  /** Shorter ones, such as six digits, are found anywhere by chance. */
  private static final int SHORTEST = 10;

  /** Fields beside them are ids. */
  private static final Pattern IS_SECRET =
      Pattern.compile("\\.(privateKey|secret|authToken|apiKey|clientSecret|password)$");

  private final Map<String, byte[]> secrets = new LinkedHashMap<>();

  void add(String what, String secret) {
    if (secret.length() < SHORTEST) {
      throw new AssertionError(what + " is no secret: " + secret);
    }
    secrets.put(what, secret.getBytes(StandardCharsets.UTF_8));
  }

  void add(String what, byte[] secret) {
    secrets.put(what, secret);
  }

  /** Every secret of a JSON tree, by its place. */
  void addAll(String what, JsonNode tree) {
    if (tree.isContainerNode()) {
      tree.properties().forEach(field -> addAll(what + "." + field.getKey(), field.getValue()));
      for (int i = 0; tree.isArray() && i < tree.size(); i++) {
        addAll(what + "." + i, tree.get(i));
      }
    } else if (IS_SECRET.matcher(what).find() && tree.asText().length() >= SHORTEST) {
      add(what, tree.asText());
    }
  }

  Set<String> names() {
    return new TreeSet<>(secrets.keySet());
  }

  byte[] secret(String what) {
    return java.util.Objects.requireNonNull(secrets.get(what), what);
  }

  /** Which of them stand in the text, and how they are written there. */
  List<String> foundIn(String text) {
    var found = new ArrayList<String>();
    secrets.forEach(
        (what, secret) ->
            writings(secret)
                .forEach(
                    (writing, written) -> {
                      if (text.contains(written)) {
                        found.add(what + " as " + writing);
                      }
                    }));
    return found;
  }

  private static Map<String, String> writings(byte[] secret) {
    var text = new String(secret, StandardCharsets.UTF_8);
    var escaped = text.replace("\n", "\\n");
    return Map.of(
        "text", text,
        "JSON", escaped,
        // In a JSON text within a JSON text.
        "JSON in JSON", escaped.replace("\\", "\\\\"),
        "hexadecimal", HexFormat.of().formatHex(secret),
        "base64", Base64.getEncoder().withoutPadding().encodeToString(secret),
        "base64url", Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }
}
