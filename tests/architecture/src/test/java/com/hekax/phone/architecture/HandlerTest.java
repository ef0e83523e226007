package com.hekax.phone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.hekax.phone.contracts.DomainEvent;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.jobs.ScheduledJob;
import com.hekax.phone.platform.queues.QueueWorker;
import com.hekax.phone.platform.queues.Subscriptions;
import com.hekax.phone.platform.tenancy.Permission;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the templates name and what the code is are the same. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HandlerTest {
  private static final String FUNCTIONS = "com.hekax.phone.architecture.DeployedFunction#all";

  private static final Map<String, Class<?>> BASE_OF_KIND =
      Map.of(
          "api", ApiHandler.class,
          "webhook", ApiHandler.class,
          "worker", QueueWorker.class,
          "job", ScheduledJob.class,
          "socket", RequestStreamHandler.class,
          "authorizer", RequestStreamHandler.class);

  /** Called by CloudFormation and not by a schedule, and answers to an address. */
  private static final Set<String> CUSTOM_RESOURCES = Set.of("MigrateDatabaseFunction");

  @ParameterizedTest
  @MethodSource(FUNCTIONS)
  void a_function_has_a_class_of_its_kind_that_Lambda_can_make(DeployedFunction function)
      throws NoSuchMethodException {
    var handler = function.handler();
    var base =
        CUSTOM_RESOURCES.contains(function.toString())
            ? RequestStreamHandler.class
            : BASE_OF_KIND.getOrDefault(function.kind(), Void.class);

    assertThat(base).isAssignableFrom(handler);
    assertThat(handler).isFinal().isPublic();
    assertThat(Modifier.isPublic(handler.getDeclaredConstructor().getModifiers())).isTrue();
    assertThat(function.construct()).isInstanceOf(RequestStreamHandler.class);
  }

  @Test
  void every_handler_of_the_code_is_a_function_of_a_template() {
    var handlers =
        Code.deployed().stream()
            .filter(type -> type.isAssignableTo(RequestStreamHandler.class))
            .filter(type -> !type.isInterface())
            .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
            .map(JavaClass::getName);

    assertThat(handlers)
        .containsExactlyInAnyOrderElementsOf(
            DeployedFunction.all().stream().map(DeployedFunction::className).toList());
  }

  @ParameterizedTest
  @MethodSource(FUNCTIONS)
  void a_route_is_what_the_template_says_and_asks_who_is_there_as_its_permission_wants(
      DeployedFunction function) {
    assertThat(function.annotation().map(Route::value))
        .isEqualTo(function.httpRoute().map(DeployedFunction.HttpRoute::value));
    assertThat(function.httpRoute().map(DeployedFunction.HttpRoute::authorizer))
        .isEqualTo(function.permission().map(HandlerTest::authorizerFor));
  }

  /**
   * Whoever must take a second step first can reach their own account, to do so, and nothing of the
   * organization.
   */
  @ParameterizedTest
  @MethodSource(FUNCTIONS)
  void a_route_is_open_to_a_restricted_member_where_it_is_of_their_own_account(
      DeployedFunction function) {
    var path = function.httpRoute().map(DeployedFunction.HttpRoute::value).orElse("");

    assertThat(function.permission().filter(Permission.OWN_ACCOUNT::equals).isPresent())
        .isEqualTo(path.matches("[A-Z]+ /api/me(/.*)?"));
  }

  /** The authorizer that an event names; without one, the API's default asks for a session. */
  private static String authorizerFor(Permission permission) {
    return switch (permission) {
      case PUBLIC -> "NONE";
      case CALL -> "Call";
      default -> "";
    };
  }

  @ParameterizedTest
  @MethodSource(FUNCTIONS)
  void a_worker_acts_on_the_events_that_its_rule_sends(DeployedFunction function)
      throws ReflectiveOperationException {
    if (!function.kind().equals("worker")) {
      assertThat(function.detailTypes()).isEmpty();
      return;
    }
    var subscriptions = QueueWorker.class.getDeclaredMethod("subscriptions");
    subscriptions.setAccessible(true);
    var worker = function.construct();

    assertThat(((Subscriptions) subscriptions.invoke(worker)).types())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(function.detailTypes());
  }

  @Test
  void every_event_that_a_rule_listens_to_exists() {
    var events =
        Code.deployed().stream()
            .filter(type -> type.isAssignableTo(DomainEvent.class) && type.isRecord())
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toSet());
    var heard =
        StackTemplate.domains()
            .flatMap(stack -> stack.resources("AWS::Events::Rule"))
            .flatMap(rule -> rule.property("EventPattern", "detail-type").texts().stream());

    assertThat(heard).isNotEmpty().isSubsetOf(events);
  }

  @Test
  void an_event_lives_in_contracts() {
    assertThat(Code.deployed())
        .filteredOn(type -> type.isAssignableTo(DomainEvent.class))
        .allSatisfy(type -> assertThat(Code.ownerOf(type)).isEqualTo("contracts"));
  }
}
