package com.hekax.phone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.platform.limits.RateClass;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The limits before a function agree with those within it, and none is before a caller. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplateLimitTest {
  /** Hash what they are sent, or look up a code. */
  private static final Set<RateClass> TRIES = EnumSet.of(RateClass.SIGN_IN, RateClass.CONFIRMED);

  private static final String ID = "019a0000-0000-7000-8000-000000000031";

  private record Limited(String route, RateClass rateClass) {
    static Stream<Limited> of(DeployedFunction function) {
      return function.annotation().stream()
          .map(route -> new Limited(route.value(), RateClass.of(route.value(), route.needs())));
    }

    String path() {
      return route.substring(route.indexOf(' ') + 1).replaceAll("\\{[^}]+}", ID);
    }
  }

  @ParameterizedTest
  @MethodSource("apis")
  void an_API_has_a_limit_for_every_route(StackTemplate domain) {
    var settings = api(domain).property("DefaultRouteSettings");

    assertThat(settings.at("ThrottlingRateLimit").number()).isPositive();
    assertThat(settings.at("ThrottlingBurstLimit").number())
        .isGreaterThanOrEqualTo(settings.at("ThrottlingRateLimit").number());
  }

  @ParameterizedTest
  @MethodSource("apis")
  void where_passwords_are_tried_all_is_slow_but_what_is_named(StackTemplate domain) {
    var tries = routes(domain).filter(one -> TRIES.contains(one.rateClass())).toList();
    if (tries.isEmpty()) {
      return;
    }
    var api = api(domain);
    assertThat(api.property("DefaultRouteSettings", "ThrottlingRateLimit").number())
        .isLessThanOrEqualTo(50);
    // A name that no route has makes the deployment fail.
    assertThat(
            api.property("RouteSettings").fields().stream()
                .map(Map.Entry<String, StackNode>::getKey))
        .isSubsetOf(routes(domain).map(Limited::route).toList())
        .doesNotContainAnyElementsOf(tries.stream().map(Limited::route).toList());
  }

  @ParameterizedTest
  @MethodSource("apis")
  void what_Twilio_asks_is_let_through_as_fast_as_our_numbers_can_ring(StackTemplate domain) {
    if (routes(domain).anyMatch(one -> one.path().startsWith("/api/twilio/"))) {
      assertThat(api(domain).property("DefaultRouteSettings", "ThrottlingRateLimit").number())
          .isGreaterThanOrEqualTo(2_000);
      assertThat(api(domain).property("RouteSettings").isPresent()).isFalse();
    }
  }

  @Test
  void the_firewall_counts_by_itself_every_route_where_somebody_unknown_tries_something() {
    var counted = path("PasswordRate", "ScopeDownStatement");

    assertThat(all().filter(one -> one.rateClass() == RateClass.SIGN_IN))
        .isNotEmpty()
        .extracting(Limited::path)
        .allMatch(counted);
    assertThat(List.of("/api/auth/refresh", "/api/auth/logout", "/api/me")).noneMatch(counted);
  }

  @Test
  void the_firewall_counts_every_route_but_those_of_calls() {
    var leftOut = path("Rate", "ScopeDownStatement", "NotStatement", "Statement");
    var ofCalls =
        all()
            .filter(one -> one.rateClass() == RateClass.OF_CALLS)
            .map(Limited::path)
            .collect(Collectors.toSet());

    assertThat(ofCalls).isNotEmpty().allMatch(leftOut);
    assertThat(all().map(Limited::path).filter(path -> !ofCalls.contains(path)))
        .isNotEmpty()
        .noneMatch(leftOut);
  }

  static Stream<StackTemplate> apis() {
    return StackTemplate.domains()
        .filter(domain -> domain.resources("AWS::Serverless::HttpApi").findAny().isPresent());
  }

  private static StackTemplate.Resource api(StackTemplate domain) {
    return domain.resources("AWS::Serverless::HttpApi").findFirst().orElseThrow();
  }

  private static Stream<Limited> all() {
    return DeployedFunction.all().stream().flatMap(Limited::of);
  }

  private static Stream<Limited> routes(StackTemplate domain) {
    return DeployedFunction.all().stream()
        .filter(function -> function.stack().equals(domain))
        .flatMap(Limited::of);
  }

  /** Which paths a statement of a rule of the firewall is about. */
  private static Predicate<String> path(String rule, String... statement) {
    var found =
        StackTemplate.named("Edge").resource("Firewall").property("Rules").items().stream()
            .filter(one -> one.at("Name").text().equals(rule))
            .findFirst()
            .orElseThrow();
    return Pattern.compile(
            found
                .at("Statement", "RateBasedStatement")
                .at(statement)
                .at("RegexMatchStatement", "RegexString")
                .text())
        .asPredicate();
  }
}
