package com.hekax.phone.leads;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is calling and what they want, in the words of the call. Words that are no number and no
 * address are not lost: they are kept, said to be so, within what the caller wants.
 */
public record Caller(
    String name,
    String need,
    Optional<String> phone,
    Optional<String> email,
    Optional<String> company) {
  private static final String PHONE_IN_WORDS = "Phone as given: ";
  private static final String EMAIL_IN_WORDS = "E-mail as given: ";

  /** As in the API document. */
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s.]+");

  /**
   * Where they say it.
   *
   * @param country of the business, ISO 3166-1 with two letters
   * @param callersNumber the number they call from, E.164, if it is known: who says no other is
   *     reached there
   */
  record Setting(String country, Optional<String> callersNumber) {}

  /** A lead of it. */
  LeadFields lead(Setting setting) {
    return over(
        new LeadFields(
            name,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            LeadStage.NEW,
            Optional.empty()),
        setting);
  }

  /** What it makes of the lead that the call has: what is said anew replaces, the rest stays. */
  LeadFields over(LeadFields before, Setting setting) {
    var number = said(phone).flatMap(words -> PhoneNumbers.read(words, setting.country()));
    var address = said(email).filter(words -> EMAIL.matcher(words).matches());
    return new LeadFields(
        name.strip(),
        number.or(before::phone).or(setting::callersNumber),
        address.or(before::email),
        said(company).or(before::company),
        Optional.of(
            Stream.of(
                    Optional.of(need.strip()),
                    inWords(PHONE_IN_WORDS, said(phone), number, before),
                    inWords(EMAIL_IN_WORDS, said(email), address, before))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"))),
        before.stage(),
        before.assignedTo());
  }

  /** The line for words that could not be read, until something better is said. */
  private static Optional<String> inWords(
      String label, Optional<String> words, Optional<String> read, LeadFields before) {
    if (read.isPresent()) {
      return Optional.empty();
    }
    return words
        .map(label::concat)
        .or(
            () ->
                before.need().stream()
                    .flatMap(String::lines)
                    .filter(line -> line.startsWith(label))
                    .findFirst());
  }

  /** On one line; a model that knows nothing sends an empty text. */
  private static Optional<String> said(Optional<String> words) {
    return words
        .map(text -> text.replaceAll("\\s+", " ").strip())
        .filter(Predicate.not(String::isEmpty));
  }
}
