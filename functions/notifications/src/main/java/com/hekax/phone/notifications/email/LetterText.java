package com.hekax.phone.notifications.email;

import java.util.ArrayList;
import java.util.stream.Collectors;

/** A letter as plain text. */
final class LetterText {
  private final Business business;
  private final String preferencesUrl;

  LetterText(Business business, String preferencesUrl) {
    this.business = business;
    this.preferencesUrl = preferencesUrl;
  }

  String of(Letter letter) {
    var parts = new ArrayList<String>();
    parts.add(letter.heading());
    parts.add(letter.intro());
    letter
        .quote()
        .map(words -> words.lines().map(line -> "> " + line).collect(Collectors.joining("\n")))
        .ifPresent(parts::add);
    parts.add(
        letter.facts().stream()
            .map(fact -> fact.label() + ": " + fact.text())
            .collect(Collectors.joining("\n")));
    parts.add(letter.button() + ":\n" + letter.link());
    parts.add(
        "-- \nYou are told of %s at %s. Choose what you are told of:\n%s"
            .formatted(letter.about(), business.name(), preferencesUrl));
    return String.join("\n\n", parts) + "\n";
  }
}
