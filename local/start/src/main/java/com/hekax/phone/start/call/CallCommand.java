package com.hekax.phone.start;

import com.hekax.phone.platform.json.Json;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/**
 * {@code ./hekax call}: has the sandbox call a business of the product that is running, and tells
 * what became of the call.
 */
public final class CallCommand {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  public static void main(String[] arguments) throws Exception {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  /**
   * Places the call and prints what became of it.
   *
   * @return the exit code: 0 only if the end of the call arrived, signed, at the sandbox's receiver
   */
  public static int run(List<String> arguments, PrintStream output, PrintStream errors)
      throws Exception {
    try {
      var given = CallArguments.parse(arguments);
      var seen = watch(given);
      if (given.json()) {
        output.println(Json.write(seen));
      } else {
        CallTimeline.print(seen, output);
      }
      return seen.arrived() ? 0 : 1;
    } catch (StartException told) {
      errors.println(told.getMessage());
      return 2;
    }
  }

  private static CallWatch.Seen watch(CallArguments given) throws Exception {
    try (var console = new SandboxConsole(given.console())) {
      return new CallWatch(console, DemoWebhook.RECEIVER, PATIENCE).watch(given.call());
    }
  }

  private CallCommand() {}
}
