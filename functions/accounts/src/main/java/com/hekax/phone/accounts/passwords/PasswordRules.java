package com.hekax.phone.accounts.passwords;

import com.hekax.phone.accounts.Passwords;
import com.hekax.phone.platform.problems.Problem;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which passwords may be chosen: none that holds who the person is, and none that is soon guessed.
 * The latter is judged by zxcvbn, whose lists hold what is most common in breaches, names and
 * words, also written backwards, with digits for letters or along the keyboard.
 */
public final class PasswordRules {
  /** Of 0 to 4: ten thousand million guesses would find those below. */
  private static final int LEAST_SCORE = 3;

  /** Shorter words are in many others. */
  private static final int SHORTEST_WORD = 4;

  /**
   * Of a longer one the beginning is judged: who sends 72 signs that may each stand for a letter
   * would keep us busy for seconds, and so many no longer than a hash does.
   */
  private static final int JUDGED = 32;

  /** Its lists are read here: before a snapshot is taken, and never for a request. */
  private final Zxcvbn strength = new Zxcvbn();

  /**
   * Refuses a password that is not good enough.
   *
   * @param field that the request has it in
   * @param about what others know of the person: name, e-mail address, organization
   * @throws Problem INVALID_REQUEST on the field, with what is wrong
   */
  public void check(String field, String password, List<String> about) {
    if (!Passwords.fits(password)) {
      throw Problem.invalid(field, "must have 72 bytes at most");
    }
    var letters = lettersOf(password);
    if (about.stream().flatMap(PasswordRules::forms).anyMatch(letters::contains)) {
      throw Problem.invalid(field, "must not hold your name, e-mail address or organization");
    }
    var words = about.stream().flatMap(PasswordRules::words).toList();
    var judged = password.substring(0, Math.min(password.length(), JUDGED));
    if (strength.measure(judged, words).getScore() < LEAST_SCORE) {
      throw Problem.invalid(
          field, "is too easy to guess: take several words that have nothing to do with another");
    }
  }

  /** The whole of it, and of an e-mail address also what is before the sign. */
  private static Stream<String> forms(String text) {
    int at = text.indexOf('@');
    return (at < 0 ? Stream.of(text) : Stream.of(text, text.substring(0, at)))
        .map(PasswordRules::lettersOf)
        .filter(form -> form.length() >= SHORTEST_WORD);
  }

  private static Stream<String> words(String text) {
    return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
        .filter(word -> word.length() >= SHORTEST_WORD);
  }

  private static String lettersOf(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
