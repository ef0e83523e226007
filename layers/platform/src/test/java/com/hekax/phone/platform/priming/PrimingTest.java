package com.hekax.phone.platform.priming;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.platform.Env;
import com.hekax.phone.platform.telemetry.LogLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crac.CheckpointException;
import org.crac.Context;
import org.crac.Resource;
import org.crac.RestoreException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PrimingTest {
  private final List<String> done = new ArrayList<>();

  @Nested
  class Given_a_function_of_which_a_snapshot_is_taken {
    private final Snapshots snapshots = new Snapshots();
    private final Priming priming = Priming.in(snapshots);

    @Test
    void when_it_is_taken_then_all_is_primed_before_anything_is_forgotten() throws Exception {
      priming.forget("secrets", () -> done.add("forget secrets"));
      priming.prime("one", () -> done.add("prime one"));
      priming.prime("two", () -> done.add("prime two"));

      snapshots.beforeCheckpoint(snapshots);

      assertThat(done).containsExactly("prime one", "prime two", "forget secrets");
    }

    @Test
    void when_it_is_restored_then_only_forgetting_happens_again() throws Exception {
      priming.forget("secrets", () -> done.add("forget secrets"));
      priming.prime("one", () -> done.add("prime one"));

      snapshots.afterRestore(snapshots);

      assertThat(done).containsExactly("forget secrets");
    }

    @Test
    void when_one_work_fails_then_it_is_logged_and_the_others_are_done() throws Exception {
      priming.prime(
          "a call without network",
          () -> {
            throw new java.io.IOException("no network");
          });
      priming.prime(
          "a class that is missing",
          () -> {
            throw new NoClassDefFoundError("org/example/Missing");
          });
      priming.prime("another", () -> done.add("another"));

      try (var log = new LogLines()) {
        snapshots.beforeCheckpoint(snapshots);

        assertThat(log.texts())
            .hasSize(2)
            .anySatisfy(line -> assertThat(line).contains("\"work\":\"a call without network\""))
            .anySatisfy(line -> assertThat(line).contains("\"work\":\"a class that is missing\""));
      }
      assertThat(done).containsExactly("another");
    }
  }

  @Nested
  class Given_the_settings_of_a_function {
    @Test
    void when_it_has_no_SnapStart_then_work_is_not_even_kept() {
      var first = Priming.of(Env.of(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand")));
      var second = Priming.of(Env.of(Map.of()));

      first.prime("anything", () -> done.add("never"));

      assertThat(first).isSameAs(second);
      assertThat(done).isEmpty();
    }

    @Test
    void when_it_has_SnapStart_then_there_is_one_priming_for_the_process() {
      var env = Env.of(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"));

      assertThat(Priming.of(env))
          .isSameAs(Priming.of(env))
          .isNotSameAs(Priming.of(Env.of(Map.of())));
    }
  }

  /** Stands in for the Lambda runtime, which takes and restores snapshots. */
  private static final class Snapshots extends Context<Resource> {
    private final List<Resource> resources = new ArrayList<>();

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) throws CheckpointException {
      for (var resource : resources) {
        try {
          resource.beforeCheckpoint(this);
        } catch (Exception e) {
          throw new AssertionError("the snapshot was broken", e);
        }
      }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) throws RestoreException {
      for (var resource : resources) {
        try {
          resource.afterRestore(this);
        } catch (Exception e) {
          throw new AssertionError("the restore was broken", e);
        }
      }
    }

    @Override
    public void register(Resource resource) {
      resources.add(resource);
    }
  }
}
