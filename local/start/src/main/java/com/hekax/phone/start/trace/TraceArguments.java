package com.hekax.phone.start.trace;

import com.hekax.phone.start.StartException;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code ./hekax trace} was told.
 *
 * @param call the product's id of it, or Twilio's
 * @param data where the product that is asked about keeps its logs
 * @param json whether a program reads the story
 * @param query whether only the query for CloudWatch is wanted
 */
record TraceArguments(String call, Path data, boolean json, boolean query) {
  private static final String ID =
      "CA[0-9a-fA-F]{32}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  private static final String USAGE =
      """
      ./hekax trace CALL, with the id of a call or Twilio's CallSid, and
        --json           for programs
        --query          prints what to ask CloudWatch Logs Insights about a deployment
        --data FOLDER    of a product that keeps its data elsewhere than in .hekax\
      """;

  /**
   * Reads the words of a command line.
   *
   * @throws StartException that says what it may be told
   */
  static TraceArguments parse(List<String> words) {
    var call = "";
    var data = Path.of(".hekax");
    boolean json = false;
    boolean query = false;
    var rest = words.listIterator();
    while (rest.hasNext()) {
      var word = rest.next();
      if (word.equals("--json")) {
        json = true;
      } else if (word.equals("--query")) {
        query = true;
      } else if (word.equals("--data") && rest.hasNext()) {
        data = Path.of(rest.next());
      } else if (call.isEmpty() && word.matches(ID)) {
        call = word;
      } else {
        throw new StartException(USAGE);
      }
    }
    if (call.isEmpty()) {
      throw new StartException(USAGE);
    }
    return new TraceArguments(call, data, json, query);
  }
}
