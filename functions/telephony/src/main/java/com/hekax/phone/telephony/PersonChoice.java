package com.hekax.phone.telephony;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who is rung for a caller who asks for a person. */
sealed interface PersonChoice {

  record Person(TransferTarget target) implements PersonChoice {}

  /**
   * Nobody, and why in words for the assistant.
   *
   * @param reason a part of a sentence
   */
  record Nobody(String reason) implements PersonChoice {}

  /**
   * The person whom the caller named, by any of their names; without one, or with a name that is
   * nobody's, the first who was not rung in vain for this call before.
   *
   * @param before people rung for this call
   * @param wanted what the caller said
   */
  static PersonChoice among(
      List<TransferTarget> people, List<Transfer> before, Optional<String> wanted) {
    var named =
        people.stream()
            .filter(person -> wanted.filter(words -> isNamedIn(words, person)).isPresent())
            .findFirst();
    if (named.isPresent()) {
      return wasInVain(named.get(), before)
          ? new Nobody(named.get().name() + " does not answer")
          : new Person(named.get());
    }
    return people.stream()
        .filter(person -> !wasInVain(person, before))
        .findFirst()
        .<PersonChoice>map(Person::new)
        .orElseGet(() -> new Nobody("nobody is available"));
  }

  private static boolean wasInVain(TransferTarget person, List<Transfer> before) {
    return before.stream().anyMatch(transfer -> transfer.triedInVain(person));
  }

  private static boolean isNamedIn(String words, TransferTarget person) {
    var said = words(words);
    return words(person.name()).stream().anyMatch(said::contains);
  }

  /** Words of two letters and more, without case and accents. */
  private static Set<String> words(String text) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return Set.copyOf(
        List.of(plain.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)).stream()
            .filter(word -> word.length() > 1)
            .toList());
  }
}
