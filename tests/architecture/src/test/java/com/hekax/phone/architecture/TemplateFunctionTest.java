package com.hekax.phone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.architecture.StackTemplate.Resource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every function looks like every other, and its name leads to its class. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplateFunctionTest {
  private static final String PACKAGE = "com.hekax.phone.";

  /** How a class is called after the word that its function's id begins with. */
  private static final Map<String, String> SUFFIX_OF_KIND =
      Map.of(
          "api",
          "Handler",
          "socket",
          "Handler",
          "worker",
          "Worker",
          "job",
          "Job",
          "webhook",
          "",
          "authorizer",
          "");

  /** Settings that one domain has for itself. */
  private static final Set<String> OWN_SETTINGS =
      Set.of(
          "SERVICE",
          "MEDIA_URL",
          "LIVE_API_ENDPOINT",
          "WEBHOOK_PRIVATE_HOSTS",
          "EMAIL_FROM",
          "FORMER_TOKEN_KEY_ID",
          "REALTIME_MODEL",
          "TRANSCRIPTION_MODEL");

  private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#domains")
  void an_id_and_its_class_are_one_name_in_the_package_of_the_domain(StackTemplate domain) {
    assertThat(domain.functions())
        .isNotEmpty()
        .allSatisfy(
            function -> {
              var handler = function.property("Handler").text();
              assertThat(handler).startsWith(PACKAGE + domain.domain() + ".");
              var kindAndClass =
                  handler.substring((PACKAGE + domain.domain() + ".").length()).split("\\.", -1);
              assertThat(kindAndClass).hasSize(2);
              assertThat(SUFFIX_OF_KIND).containsKey(kindAndClass[0]);
              assertThat(function.id())
                  .endsWith("Function")
                  .isEqualTo(
                      word(kindAndClass[1], SUFFIX_OF_KIND.getOrDefault(kindAndClass[0], ""))
                          + "Function");
            });
  }

  private static String word(String className, String suffix) {
    assertThat(className).endsWith(suffix);
    return className.substring(0, className.length() - suffix.length());
  }

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#domains")
  void a_function_is_a_SnapStart_version_behind_the_alias_live(StackTemplate domain) {
    assertThat(domain.functions())
        .allSatisfy(
            function -> {
              assertThat(domain.setting(function, "SnapStart", "ApplyOn").text())
                  .isEqualTo("PublishedVersions");
              assertThat(domain.setting(function, "AutoPublishAlias").text()).isEqualTo("live");
              assertThat(domain.setting(function, "AutoPublishAliasAllProperties").text())
                  .isEqualTo("true");
              assertThat(domain.setting(function, "VersionDeletionPolicy").text())
                  .isEqualTo("Delete");
              assertThat(domain.setting(function, "Runtime").text()).isEqualTo("java25");
              assertThat(domain.setting(function, "Architectures").texts())
                  .containsExactly("arm64");
              assertThat(domain.setting(function, "LoggingConfig", "LogFormat").text())
                  .isEqualTo("JSON");
              assertThat(domain.setting(function, "LoggingConfig", "LogGroup").ref())
                  .isEqualTo("Logs");
            });
  }

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#domains")
  void a_function_runs_its_domains_jar_under_a_role_of_its_domain(StackTemplate domain) {
    assertThat(domain.functions())
        .allSatisfy(
            function -> {
              assertThat(function.property("CodeUri").text())
                  .isEqualTo("target/" + domain.domain() + ".jar");
              var role = function.property("Role").attribute();
              assertThat(role).endsWith(".Arn");
              assertThat(domain.resource(role.substring(0, role.indexOf('.'))).type())
                  .isEqualTo("AWS::IAM::Role");
            });
  }

  @Test
  void what_functions_share_is_the_same_in_every_domain() {
    assertThat(StackTemplate.domains().map(TemplateFunctionTest::sharedGlobals).distinct())
        .hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#domains")
  void a_domain_tells_its_functions_its_own_name(StackTemplate domain) {
    assertThat(
            domain.body().at("Globals", "Function", "Environment", "Variables", "SERVICE").text())
        .isEqualTo(domain.domain());
  }

  private static Map<String, Object> sharedGlobals(StackTemplate domain) {
    var shared = new LinkedHashMap<String, Object>();
    for (var field : domain.body().at("Globals", "Function").fields()) {
      shared.put(
          field.getKey(),
          field.getKey().equals("Environment")
              ? field.getValue().at("Variables").fields().stream()
                  .filter(variable -> !OWN_SETTINGS.contains(variable.getKey()))
                  .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))
              : field.getValue());
    }
    return shared;
  }

  @Test
  void no_two_functions_answer_one_route() {
    var routes =
        StackTemplate.domains()
            .flatMap(StackTemplate::functions)
            .flatMap(function -> StackTemplate.events(function, "HttpApi"))
            .map(route -> route.at("Method").text() + " " + route.at("Path").text())
            .toList();
    assertThat(routes)
        .doesNotHaveDuplicates()
        .allSatisfy(route -> assertThat(VERBS).contains(route.substring(0, route.indexOf(' '))));
  }

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#all")
  void nothing_reaches_a_function_past_its_alias(StackTemplate template) {
    // The bare ARN silently means the version that has no snapshot.
    var bareArns =
        template
            .functions()
            .map(Resource::id)
            .flatMap(id -> Stream.of(id + ".Arn", "${" + id + ".Arn}", "${" + id + "}"))
            .collect(Collectors.toSet());
    assertThat(template.body().walk())
        .noneMatch(node -> bareArns.contains(node.attribute()))
        .noneMatch(node -> bareArns.stream().anyMatch(node.text()::contains));
  }

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#domains")
  void a_WebSocket_route_names_the_alias(StackTemplate domain) {
    assertThat(domain.resources("AWS::Serverless::WebSocketApi"))
        .flatMap(api -> api.property("Routes").fields())
        .allSatisfy(
            route ->
                assertThat(route.getValue().at("FunctionArn").ref()).endsWith("Function.Alias"));
  }

  @Test
  void every_API_asks_the_alias_of_the_one_session_authorizer() {
    assertThat(
            StackTemplate.named("Accounts").body().at("Outputs", "SessionAuthorizerArn", "Value"))
        .returns("SessionAuthorizerFunction.Alias", StackNode::ref);
    assertThat(StackTemplate.domains())
        .filteredOn(domain -> domain.resources("AWS::Serverless::HttpApi").findAny().isPresent())
        .allSatisfy(
            domain -> {
              var auth = domain.resource("Api").property("Auth");
              assertThat(auth.at("DefaultAuthorizer").text()).isEqualTo("Session");
              assertThat(domain.resource("Api").property("FailOnWarnings").text())
                  .isEqualTo("true");
              assertThat(asked(domain, auth.at("Authorizers", "Session", "FunctionArn").ref()))
                  .isEqualTo("SessionAuthorizerFunction.Alias");
            });
  }

  @Test
  void a_route_that_calls_may_ask_is_behind_the_alias_of_the_one_call_authorizer() {
    assertThat(StackTemplate.domains())
        .filteredOn(domain -> authorizersOf(domain).contains("Call"))
        .allSatisfy(
            domain -> {
              var call = domain.resource("Api").property("Auth", "Authorizers", "Call");
              assertThat(asked(domain, call.at("FunctionArn").ref()))
                  .isEqualTo("CallAuthorizerFunction.Alias");
            });
  }

  private static Set<String> authorizersOf(StackTemplate domain) {
    return DeployedFunction.all().stream()
        .filter(function -> function.stack().equals(domain))
        .flatMap(function -> function.httpRoute().stream())
        .map(DeployedFunction.HttpRoute::authorizer)
        .collect(Collectors.toSet());
  }

  /**
   * What a domain's reference comes to: in the authorizer's own domain the alias itself, elsewhere
   * what the root hands down.
   */
  private static String asked(StackTemplate domain, String reference) {
    var handedDown =
        StackTemplate.root().resource(domain.id()).property("Parameters", reference).attribute();
    return switch (handedDown) {
      case "Accounts.Outputs.SessionAuthorizerArn" -> "SessionAuthorizerFunction.Alias";
      case "Telephony.Outputs.CallAuthorizerArn" -> "CallAuthorizerFunction.Alias";
      default -> reference;
    };
  }

  @Test
  void the_database_is_migrated_before_any_domain_but_operations_changes() {
    assertThat(StackTemplate.root().resource("Migration").property("ServiceToken").attribute())
        .isEqualTo("Operations.Outputs.MigrateDatabaseArn");
    assertThat(
            StackTemplate.named("Operations")
                .body()
                .at("Outputs", "MigrateDatabaseArn", "Value")
                .ref())
        .isEqualTo("MigrateDatabaseFunction.Alias");
    assertThat(StackTemplate.domains().map(StackTemplate::id))
        .filteredOn(id -> !id.equals("Operations"))
        .allSatisfy(
            id ->
                assertThat(StackTemplate.root().resource(id).body().at("DependsOn").text())
                    .isEqualTo("Migration"));
  }
}
