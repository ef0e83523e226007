package com.hekax.phone.bridge.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.bridge.conversation.EndReason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Seeded calls under virtual time, in which callers interrupt, press keys and are silent, and
 * model, back end and line break as they like. Other seeds: {@code -Dhekax.simulation.seed=N} and
 * {@code -Dhekax.simulation.calls=N}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SimulatedCallsTest {
  private static final long FIRST_SEED = Long.getLong("hekax.simulation.seed", 1);
  private static final int CALLS = Integer.getInteger("hekax.simulation.calls", 10_000);

  private record Result(
      long seed, List<String> faults, Optional<EndReason> reason, List<Integer> truncateErrors) {}

  private final List<Result> results =
      LongStream.range(FIRST_SEED, FIRST_SEED + CALLS)
          .parallel()
          .mapToObj(SimulatedCallsTest::call)
          .toList();

  @Test
  void nobody_waits_unheeded_every_tool_is_answered_once_turns_are_in_order_and_every_call_ends() {
    var faulty = results.stream().filter(result -> !result.faults().isEmpty()).toList();

    assertThat(faulty)
        .as(() -> faulty.stream().findFirst().map(SimulatedCallsTest::story).orElse(""))
        .isEmpty();
    // What a truncated item is said to have been heard of, and what was played when Twilio stopped.
    var errors =
        results.stream().flatMap(result -> result.truncateErrors().stream()).sorted().toList();
    assertThat(errors.get(errors.size() * 99 / 100)).isLessThanOrEqualTo(25);
    // It is no proof if nothing happens.
    var reasons = EnumSet.noneOf(EndReason.class);
    results.forEach(result -> result.reason().ifPresent(reasons::add));
    assertThat((Set<EndReason>) reasons)
        .containsAll(EnumSet.complementOf(EnumSet.of(EndReason.DRAINED)));
    assertThat(errors).hasSizeGreaterThan(CALLS / 10);
  }

  private static Result call(long seed) {
    var call = new SimulatedCall(seed, _ -> {});
    var faults = call.run();
    return new Result(seed, faults, call.watch().endReason(), call.watch().truncateErrors());
  }

  /** All that happened in a call, to be read from its end. */
  private static String story(Result result) {
    var story = new ArrayList<String>();
    new SimulatedCall(result.seed(), story::add).run();
    return "seed %d: %s%n%s%n".formatted(result.seed(), result.faults(), String.join("\n", story));
  }
}
