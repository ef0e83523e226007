package com.hekax.phone.start.call;

import com.hekax.phone.start.DemoData;
import com.hekax.phone.start.Ports;
import com.hekax.phone.start.StartException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code ./hekax call} was told.
 *
 * @param scripts who calls, one after the other; none for a call of which only the callbacks are
 *     played
 * @param times how often each of them calls
 * @param call as the sandbox's console takes it, but for the script
 * @param json whether a program reads the result
 */
record CallArguments(
    List<Script> scripts,
    int times,
    Map<String, String> call,
    URI console,
    URI product,
    boolean json) {
  private static final URI STANDARD_CONSOLE =
      URI.create("http://localhost:" + Ports.STANDARD.sandbox());
  private static final URI STANDARD_PRODUCT =
      URI.create("http://localhost:" + Ports.STANDARD.app());
  private static final String CALLBACKS = "callbacks";

  private static final String USAGE =
      """
      ./hekax call SCRIPT, with one of
      %s
        all                  one after the other
        callbacks            no voice, only what Twilio reports of a call
      and
        --to +14155550100      the number that is called
        --from +14155550123    the caller; anonymous for one that withholds it
        --console URL          of a sandbox at another address
        --product URL          of a product at another address
        --json                 for programs
      and, with a script,
        --times 10             again and again, a line each and what came of them in the end
      and, with callbacks
        --outcome completed    or busy, no-answer, failed, canceled
        --talk-seconds 42
        --order in-order       or reversed, twice: how the callbacks arrive
        --signature genuine    or forged, missing
      """;

  /** Arguments by the names that the console has for them. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "--to", "to",
          "--from", "from",
          "--outcome", "outcome",
          "--talk-seconds", "talkSeconds",
          "--order", "order",
          "--signature", "signature");

  /**
   * Reads the words of a command line.
   *
   * @throws StartException that says what it may be told
   */
  static CallArguments parse(List<String> words) {
    if (words.isEmpty() || words.getFirst().startsWith("--")) {
      throw new StartException(USAGE.formatted(Script.catalogue()).strip());
    }
    var scripts =
        words.getFirst().equals(CALLBACKS) ? List.<Script>of() : Script.named(words.getFirst());
    int times = 1;
    var call = new LinkedHashMap<>(Map.of("to", DemoData.BRIGHT_DENTAL_NUMBER));
    var console = STANDARD_CONSOLE;
    var product = STANDARD_PRODUCT;
    boolean json = false;
    var rest = words.listIterator(1);
    while (rest.hasNext()) {
      var word = rest.next();
      var field = Optional.ofNullable(FIELDS.get(word));
      if (word.equals("--json")) {
        json = true;
      } else if (word.equals("--times") && rest.hasNext() && !scripts.isEmpty()) {
        times = times(rest.next());
      } else if (word.equals("--console") && rest.hasNext()) {
        console = URI.create(rest.next());
      } else if (word.equals("--product") && rest.hasNext()) {
        product = URI.create(rest.next());
      } else if (field.isPresent() && rest.hasNext()) {
        call.put(field.get(), rest.next());
      } else {
        throw new StartException(USAGE.formatted(Script.catalogue()).strip());
      }
    }
    return new CallArguments(scripts, times, Map.copyOf(call), console, product, json);
  }

  /** Whether it is more than one call. */
  boolean isSeries() {
    return scripts.size() > 1 || times > 1;
  }

  private static int times(String word) {
    if (!word.matches("[1-9][0-9]{0,3}")) {
      throw new StartException("--times takes a number from 1 to 9999, not %s.".formatted(word));
    }
    return Integer.parseInt(word);
  }
}
