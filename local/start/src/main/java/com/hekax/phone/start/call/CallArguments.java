package com.hekax.phone.start;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code ./hekax call} was told.
 *
 * @param call as the sandbox's console takes it
 * @param json whether a program reads the result
 */
record CallArguments(Map<String, String> call, URI console, boolean json) {
  private static final URI STANDARD_CONSOLE =
      URI.create("http://localhost:" + Ports.STANDARD.sandbox());

  private static final String USAGE =
      """
      ./hekax call takes
        --to +14155550100      the number that is called
        --from +14155550123    the caller; anonymous for one that withholds it
        --outcome completed    or busy, no-answer, failed, canceled
        --talk-seconds 42
        --order in-order       or reversed, twice: how the callbacks arrive
        --signature genuine    or forged, missing
        --console URL          of a sandbox at another address
        --json                 for programs
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
    var call = new LinkedHashMap<>(Map.of("to", DemoData.BRIGHT_DENTAL_NUMBER));
    var console = STANDARD_CONSOLE;
    boolean json = false;
    var rest = words.iterator();
    while (rest.hasNext()) {
      var word = rest.next();
      var field = Optional.ofNullable(FIELDS.get(word));
      if (word.equals("--json")) {
        json = true;
      } else if (word.equals("--console") && rest.hasNext()) {
        console = URI.create(rest.next());
      } else if (field.isPresent() && rest.hasNext()) {
        call.put(field.get(), rest.next());
      } else {
        throw new StartException(USAGE.strip());
      }
    }
    return new CallArguments(call, console, json);
  }
}
