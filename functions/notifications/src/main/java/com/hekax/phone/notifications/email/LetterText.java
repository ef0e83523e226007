package com.hekax.phone.notifications.email;

import java.util.ArrayList;
import java.util.stream.Collectors;

/** A letter as plain text. */
final class LetterText {

  static String of(Letter letter, Footer footer) {
    var parts = new ArrayList<String>();
    parts.add(letter.heading());
    parts.add(letter.intro());
    letter
        .quote()
        .map(words -> words.lines().map(line -> "> " + line).collect(Collectors.joining("\n")))
        .ifPresent(parts::add);
    if (!letter.facts().isEmpty()) {
      parts.add(
          letter.facts().stream()
              .map(fact -> fact.label() + ": " + fact.text())
              .collect(Collectors.joining("\n")));
    }
    letter.button().map(button -> button.text() + ":\n" + button.link()).ifPresent(parts::add);
    parts.add(
        "-- \n"
            + footer.reason()
            + footer
                .preferencesUrl()
                .map(url -> " Choose what you are told of:\n" + url)
                .orElse(""));
    return String.join("\n\n", parts) + "\n";
  }

  private LetterText() {}
}
