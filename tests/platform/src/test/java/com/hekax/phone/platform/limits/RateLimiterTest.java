package com.hekax.phone.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.platform.AtOnce;
import com.hekax.phone.platform.LoggedLines;
import com.hekax.phone.platform.limits.Spending.Exhausted;
import com.hekax.phone.platform.limits.Spending.Granted;
import com.hekax.phone.platform.limits.Spending.Uncounted;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RateLimiterTest extends LimitedTest {
  /** Comes back so slowly that no test sees it. */
  private static final Quota THREE_AN_HOUR = new Quota(3, Duration.ofHours(1));

  private static final Quota TWENTY_AN_HOUR = new Quota(20, Duration.ofHours(1));

  private final RateLimiter limiter = new RateLimiter(platform().database());

  @Nested
  class Given_a_quota_of_three_an_hour {
    private final Budget budget = new Budget(UUID.randomUUID(), THREE_AN_HOUR);

    @Test
    void when_four_come_then_three_are_granted_and_told_how_many_may_follow() {
      assertThat(List.of(spend(budget), spend(budget), spend(budget)))
          .extracting(spent -> ((Granted) spent).remaining())
          .containsExactly(2, 1, 0);
      assertThat(spend(budget))
          .isInstanceOfSatisfying(
              Exhausted.class,
              refused -> {
                assertThat(refused.retryAfter())
                    .isBetween(Duration.ofMinutes(19), Duration.ofMinutes(20));
                assertThat(refused.fullAgain())
                    .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
              });
    }

    @Test
    void when_it_is_used_up_and_a_third_of_the_hour_passes_then_one_is_there_again() {
      spendTimes(3, budget);

      later("20 minutes");

      assertThat(spend(budget)).isInstanceOf(Granted.class);
      assertThat(spend(budget)).isInstanceOf(Exhausted.class);
    }

    @Test
    void when_nobody_comes_for_a_day_then_no_more_than_three_have_gathered() {
      spendTimes(3, budget);

      later("1 day");

      assertThat(spend(budget))
          .isInstanceOfSatisfying(Granted.class, once -> assertThat(once.remaining()).isEqualTo(2));
    }

    @Test
    void when_it_is_asked_for_after_it_is_used_up_then_the_wait_does_not_grow() {
      spendTimes(30, budget);

      later("20 minutes");

      assertThat(spend(budget)).isInstanceOf(Granted.class);
    }

    @Test
    void when_another_is_used_up_then_it_is_whole() {
      spendTimes(4, new Budget(UUID.randomUUID(), THREE_AN_HOUR));

      assertThat(spend(budget)).isInstanceOf(Granted.class);
    }
  }

  @Nested
  class Given_one_key_in_a_wide_organization {
    private final Budget key = new Budget(UUID.randomUUID(), THREE_AN_HOUR);
    private final Budget organization = new Budget(UUID.randomUUID(), TWENTY_AN_HOUR);

    @Test
    void when_both_have_enough_then_the_scarcer_is_told() {
      assertThat(spend(key, organization))
          .isInstanceOfSatisfying(
              Granted.class,
              spent -> {
                assertThat(spent.quota()).isEqualTo(THREE_AN_HOUR);
                assertThat(spent.remaining()).isEqualTo(2);
              });
    }

    @Test
    void when_the_key_asks_without_end_then_its_organization_is_charged_for_three() {
      spendTimes(100, key, organization);

      assertThat(spend(organization))
          .isInstanceOfSatisfying(
              Granted.class, spent -> assertThat(spent.remaining()).isEqualTo(20 - 3 - 1));
    }

    @Test
    void when_the_organization_has_nothing_left_then_a_new_key_of_it_gets_nothing() {
      spendTimes(20, organization);

      assertThat(spend(new Budget(UUID.randomUUID(), THREE_AN_HOUR), organization))
          .isInstanceOfSatisfying(
              Exhausted.class, spent -> assertThat(spent.quota()).isEqualTo(TWENTY_AN_HOUR));
    }
  }

  @Nested
  class Given_many_functions_at_once {

    @Test
    void when_all_count_the_same_then_exactly_the_quota_is_granted() {
      var shared = new Budget(UUID.randomUUID(), TWENTY_AN_HOUR);

      var granted =
          AtOnce.times(60, _ -> counted(new Budget(UUID.randomUUID(), THREE_AN_HOUR), shared));

      assertThat(granted).filteredOn(Granted.class::isInstance).hasSize(20);
      assertThat(granted).filteredOn(Exhausted.class::isInstance).hasSize(40);
    }
  }

  @Nested
  class Given_that_nobody_can_count {
    private final Budget budget = new Budget(UUID.randomUUID(), THREE_AN_HOUR);

    @Test
    void when_the_row_is_held_by_another_then_it_is_given_up_soon_and_measured()
        throws SQLException {
      spend(budget);
      try (var other = superuser();
          var log = new LoggedLines()) {
        other.setAutoCommit(false);
        other.createStatement().execute("select from request_rates for update");
        long start = System.nanoTime();

        assertThat(spend(budget)).isInstanceOf(Uncounted.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start))
            .isBetween(Duration.ofMillis(90), Duration.ofSeconds(2));
        assertThat(log.of("WARN")).hasSize(1);
        other.rollback();
      }
      assertThat(spend(budget)).isInstanceOf(Granted.class);
    }

    @Test
    void when_the_database_has_lost_the_table_then_it_is_no_error_of_the_request() {
      sql("alter table request_rates rename to lost");
      try {
        assertThat(spend(budget)).isInstanceOf(Uncounted.class);
      } finally {
        sql("alter table lost rename to request_rates");
      }
    }
  }

  private Spending spend(Budget... budgets) {
    return limiter.spend(Arrays.asList(budgets));
  }

  /** However long the machine takes: who was not counted was not charged either. */
  private Spending counted(Budget... budgets) {
    var spent = spend(budgets);
    return spent instanceof Uncounted ? counted(budgets) : spent;
  }

  private void spendTimes(int times, Budget... budgets) {
    assertThat(Collections.nCopies(times, Arrays.asList(budgets)).stream().map(limiter::spend))
        .noneMatch(Uncounted.class::isInstance);
  }
}
