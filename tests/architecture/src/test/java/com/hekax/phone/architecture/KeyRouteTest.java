package com.hekax.phone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.tenancy.Permission;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person may do by a permission that keys may have, a program with a key may do too. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyRouteTest {
  /** Routes that only a person can use, and why. */
  private static final Map<String, String> PEOPLE_ONLY =
      Map.of(
          "CreateCrmAuthorizationFunction", "a person agrees at the vendor, in a browser",
          "CreateSlackAuthorizationFunction", "a person agrees at the vendor, in a browser",
          "CreateLiveTicketFunction", "a page of the dashboard follows it, as its person");

  /** What of a request there is for people alone. */
  private static final Set<String> ASKS_FOR_A_PERSON = Set.of("member", "user");

  static boolean isForKeys(DeployedFunction function) {
    return function.permission().filter(Permission::isScope).isPresent()
        && !PEOPLE_ONLY.containsKey(function.toString());
  }

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.DeployedFunction#all")
  void a_route_whose_permission_is_a_scope_asks_for_no_person(DeployedFunction function) {
    if (function.permission().filter(Permission::isScope).isEmpty()) {
      return;
    }
    assertThat(asksForAPerson(function))
        .as("%s asks for a person, or is listed without reason", function)
        .isEqualTo(PEOPLE_ONLY.containsKey(function.toString()));
  }

  private static boolean asksForAPerson(DeployedFunction function) {
    return Code.deployed().get(function.className()).getMethodCallsFromSelf().stream()
        .filter(call -> call.getTargetOwner().isEquivalentTo(ApiRequest.class))
        .map(JavaMethodCall::getName)
        .anyMatch(ASKS_FOR_A_PERSON::contains);
  }
}
