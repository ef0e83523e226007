package com.hekax.phone.bridge.simulation;

import com.hekax.phone.bridge.conversation.Limits;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * What befalls one call, drawn from its seed. Half of all calls are calm; in the others each thing
 * may go wrong by itself or together with others.
 */
record Plan(
    boolean isCalm,
    double modelRefuses,
    double modelSilent,
    double modelFails,
    double modelDropsPerMinute,
    double toolsUnavailable,
    double backEndRefuses,
    double streamDropsPerMinute,
    double interruptions,
    double keys,
    int wireMillis,
    Limits limits) {
  private static final double RARE = 0.03;

  static Plan draw(RandomGenerator random) {
    boolean calm = random.nextBoolean();
    return new Plan(
        calm,
        trouble(random, calm, 0.3),
        trouble(random, calm, 0.15),
        trouble(random, calm, 0.2),
        trouble(random, calm, 2),
        trouble(random, calm, 0.5),
        trouble(random, calm, 0.4),
        trouble(random, calm, 0.5),
        random.nextDouble() * 0.5,
        random.nextDouble() * 0.1,
        random.nextInt(2, 16),
        new Limits(
            Duration.ofSeconds(random.nextInt(60, 300)),
            Duration.ofSeconds(random.nextInt(6, 12)),
            random.nextInt(0, 3),
            Duration.ofSeconds(random.nextInt(2, 5))));
  }

  /** How often one kind of trouble comes: in most calls it does not, in few it does often. */
  private static double trouble(RandomGenerator random, boolean calm, double most) {
    return calm || random.nextInt(3) > 0 ? 0 : RARE + random.nextDouble() * most;
  }
}
