package com.hekax.phone.benchmarks;

import java.nio.file.Files;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How many resources each stack has once SAM has expanded it. The architecture tests count them and
 * print a table; this reads it from where the launcher put it.
 */
final class StackResources implements Benchmark {
  private static final Pattern ROW =
      Pattern.compile(
          "^(?<stack>\\S.*?) +(?<functions>\\d+) +(?<resources>\\d+) +(?<routes>\\d+)$",
          Pattern.MULTILINE);

  private static final String SUM = "All together";

  /** CloudFormation's quotas: of one stack, and of one operation over nested stacks. */
  private static final int MOST_A_STACK = 500;

  private static final int MOST_TOGETHER = 2_500;

  @Override
  public void measure(Workplace workplace, Table table) throws Exception {
    var file = workplace.root().resolve("target/hekax/stacks.txt");
    if (!Files.exists(file)) {
      table.note("Left out: the architecture tests have not counted.");
      return;
    }
    ROW.matcher(Files.readString(file)).results().forEach(stack -> row(table, stack));
  }

  private static void row(Table table, MatchResult stack) {
    var resources = Integer.parseInt(stack.group("resources"));
    var quota = stack.group("stack").equals(SUM) ? MOST_TOGETHER : MOST_A_STACK;
    table.row(
        stack.group("stack"),
        "%d resources (%s functions, %s routes)"
            .formatted(resources, stack.group("functions"), stack.group("routes")),
        "%.2f of CloudFormation's %,d".formatted((double) resources / quota, quota));
  }
}
