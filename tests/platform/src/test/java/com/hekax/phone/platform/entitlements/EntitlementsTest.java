package com.hekax.phone.platform.entitlements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.problems.ProblemType;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntitlementsTest extends DatabaseTest {
  private final Entitlements entitlements = platform().entitlements();

  @BeforeEach
  void given_an_organization_on_STARTER_and_another_on_a_trial() {
    acmeIsOn("STARTER");
  }

  @Test
  void when_a_plan_is_asked_for_then_it_is_that_of_the_organization() {
    assertThat(entitlements.of(acme().id()))
        .isEqualTo(
            new Plan(
                "STARTER",
                Optional.of(500),
                Optional.of(100),
                Optional.of(1),
                Optional.of(2),
                Set.of(Feature.AI_RECEPTIONIST)));
    assertThat(entitlements.of(globex().id()).plan()).isEqualTo("TRIAL");
  }

  @Test
  void when_the_plan_does_not_have_a_feature_then_the_problem_names_both() {
    assertThatThrownBy(() -> entitlements.require(acme().id(), Feature.WEBHOOKS))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.type()).isEqualTo(ProblemType.PLAN_LIMIT);
              assertThat(problem.detail()).contains("WEBHOOKS").contains("STARTER");
            });
  }

  @Test
  void when_the_plan_changes_then_the_next_one_who_asks_gets_the_new() {
    acmeIsOn("SCALE");

    assertThatCode(() -> entitlements.require(acme().id(), Feature.WEBHOOKS))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"SCALE, 10,", "ENTERPRISE,,", "BUSINESS_PRO, 3, 5"})
  void when_a_plan_has_no_limit_then_there_is_none(String plan, Integer numbers, Integer members) {
    acmeIsOn(plan);

    assertThat(entitlements.of(acme().id()).phoneNumbers()).isEqualTo(Optional.ofNullable(numbers));
    assertThat(entitlements.of(acme().id()).members()).isEqualTo(Optional.ofNullable(members));
  }

  private void acmeIsOn(String plan) {
    sql("update organizations set plan = ? where organization_id = ?", plan, acme().id().value());
  }
}
