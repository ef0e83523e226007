package com.hekax.phone.start.trace;

import com.hekax.phone.platform.json.Json;
import com.hekax.phone.start.StartException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/**
 * {@code ./hekax trace}: one call's story, from the first webhook of Twilio to the CRM and every
 * notification, as the logs of the functions and of the media bridge tell it.
 */
public final class TraceCommand {

  public static void main(String[] arguments) throws Exception {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  /**
   * Prints the story.
   *
   * @return the exit code: 1 when nobody knows of such a call
   */
  public static int run(List<String> arguments, PrintStream output, PrintStream errors)
      throws IOException {
    try {
      var given = TraceArguments.parse(arguments);
      if (given.query()) {
        output.print(LogsQuery.of(given.call()));
        return 0;
      }
      var story = CallTrace.read(new LogFiles(given.data()), given.call());
      if (story.isEmpty()) {
        errors.println(
            "The logs in %s know of no call %s: name it as the product does, or by Twilio's CallSid."
                .formatted(given.data(), given.call()));
        return 1;
      }
      if (given.json()) {
        output.println(Json.write(story.get()));
      } else {
        TraceText.print(story.get(), output);
      }
      return 0;
    } catch (StartException told) {
      errors.println(told.getMessage());
      return 2;
    }
  }

  private TraceCommand() {}
}
