package com.hekax.phone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One public address: every path of every API leads through it to the right stack. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplateEdgeTest {
  private static final StackTemplate EDGE = StackTemplate.named("Edge");
  private static final StackNode DISTRIBUTION =
      EDGE.resource("Distribution").property("DistributionConfig");

  /** A path prefix and where it leads, for example {@code Leads.Outputs.ApiDomain}. */
  private record Behaviour(String pattern, String target, StackNode body) {
    boolean covers(String path) {
      var regex = Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).toList();
      return Pattern.matches(String.join(".*", regex), path);
    }
  }

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#domains")
  void a_route_is_covered_by_one_behaviour_that_leads_to_the_API_of_its_domain(
      StackTemplate domain) {
    assertThat(domain.functions().flatMap(function -> StackTemplate.events(function, "HttpApi")))
        .allSatisfy(
            route -> {
              var path = route.at("Path").text().replaceAll("\\{[^}]+}", "1");
              assertThat(behaviours().stream().filter(behaviour -> behaviour.covers(path)))
                  .as(path)
                  .extracting(Behaviour::target)
                  .containsExactly(domain.id() + ".Outputs.ApiDomain");
            });
  }

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#domains")
  void the_path_of_a_WebSocket_API_is_its_stage(StackTemplate domain) {
    assertThat(domain.resources("AWS::Serverless::WebSocketApi"))
        .allSatisfy(
            api ->
                assertThat(behaviours())
                    .filteredOn(
                        behaviour -> behaviour.covers("/" + api.property("StageName").text()))
                    .extracting(Behaviour::target)
                    .containsExactly(domain.id() + ".Outputs.SocketDomain"));
  }

  @Test
  void what_Twilio_follows_without_us_comes_from_a_bucket_and_past_the_firewall() {
    var document = "/fallback/14155550100-019a0000-0000-7000-8000-000000000031.xml";
    var behaviour =
        behaviours().stream().filter(one -> one.covers(document)).findFirst().orElseThrow();
    assertThat(behaviour.target()).isEqualTo("Fallback.Outputs.BucketDomain");
    // A part of the key, or not cached at all: no caller would find what another has read.
    assertThat(behaviour.body().at("CachePolicyId", "Fn::FindInMap").texts())
        .containsExactly("Managed", "CachePolicy", "Optimized");
    assertThat(behaviour.body().at("OriginRequestPolicyId").isPresent()).isFalse();

    var first =
        EDGE.resource("Firewall").property("Rules").items().stream()
            .filter(rule -> rule.at("Priority").number() == 0)
            .findFirst()
            .orElseThrow();
    assertThat(first.at("Action", "Allow").isPresent()).isTrue();
    var passes =
        Pattern.compile(first.at("Statement", "RegexMatchStatement", "RegexString").text())
            .asPredicate();
    assertThat(List.of(document, "/fallback/goodbye.xml")).allMatch(passes);
    assertThat(
            List.of("/api/auth/login", "/fallback/../api/auth/login", document + "/../../api/me"))
        .noneMatch(passes);
  }

  @Test
  void an_API_is_never_cached_and_sees_every_header_but_Host() {
    assertThat(behaviours())
        .filteredOn(behaviour -> behaviour.target().endsWith("Domain"))
        .filteredOn(behaviour -> !behaviour.target().endsWith(".BucketDomain"))
        .isNotEmpty()
        .allSatisfy(
            behaviour -> {
              assertThat(behaviour.body().at("CachePolicyId", "Fn::FindInMap").texts())
                  .containsExactly("Managed", "CachePolicy", "Disabled");
              assertThat(behaviour.body().at("OriginRequestPolicyId", "Fn::FindInMap").texts())
                  .containsExactly("Managed", "OriginRequestPolicy", "AllViewerExceptHost");
              assertThat(behaviour.body().at("AllowedMethods").texts())
                  .contains("GET", "POST", "PATCH", "PUT", "DELETE");
            });
  }

  @Test
  void an_answer_of_an_API_is_no_page_and_is_kept_and_shown_nowhere() {
    assertThat(behaviours())
        .filteredOn(behaviour -> behaviour.target().endsWith("Domain"))
        .isNotEmpty()
        .allSatisfy(
            behaviour ->
                assertThat(behaviour.body().at("ResponseHeadersPolicyId").ref())
                    .as(behaviour.pattern())
                    .isEqualTo("ApiHeaders"));

    var headers = EDGE.resource("ApiHeaders").property("ResponseHeadersPolicyConfig");
    var security = headers.at("SecurityHeadersConfig");
    assertThat(security.at("StrictTransportSecurity", "AccessControlMaxAgeSec").number())
        .isGreaterThanOrEqualTo(31_536_000);
    assertThat(security.at("ContentTypeOptions", "Override").text()).isEqualTo("true");
    assertThat(security.at("FrameOptions", "FrameOption").text()).isEqualTo("DENY");
    assertThat(security.at("ReferrerPolicy", "ReferrerPolicy").text()).isEqualTo("no-referrer");
    assertThat(security.at("ContentSecurityPolicy", "ContentSecurityPolicy").text())
        .isEqualTo("default-src 'none'; frame-ancestors 'none'");
    assertThat(headers.at("CustomHeadersConfig", "Items").items())
        .anySatisfy(
            header -> {
              assertThat(header.at("Header").text()).isEqualTo("cache-control");
              assertThat(header.at("Value").text()).isEqualTo("no-store");
            });
  }

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#all")
  void nobody_lets_pages_of_other_origins_in(StackTemplate template) {
    assertThat(template.body().walk().flatMap(node -> node.fields().stream()))
        .extracting(Map.Entry<String, StackNode>::getKey)
        .doesNotContain("CorsConfiguration", "CorsConfig", "Cors");
  }

  @Test
  void every_request_to_an_API_carries_the_origin_secret() {
    assertThat(DISTRIBUTION.at("Origins").items())
        .filteredOn(origin -> origin.at("CustomOriginConfig").isPresent())
        .isNotEmpty()
        .allSatisfy(
            origin ->
                assertThat(origin.at("OriginCustomHeaders").items())
                    .singleElement()
                    .satisfies(
                        header -> {
                          assertThat(header.at("HeaderName").text()).isEqualTo("x-hekax-origin");
                          assertThat(header.at("HeaderValue", "Fn::Sub").text())
                              .startsWith("{{resolve:secretsmanager:");
                        }));
  }

  @Test
  void no_error_page_hides_what_an_API_answers() {
    assertThat(DISTRIBUTION.at("CustomErrorResponses").isPresent()).isFalse();
  }

  private static List<Behaviour> behaviours() {
    return DISTRIBUTION.at("CacheBehaviors").items().stream()
        .map(
            body ->
                new Behaviour(
                    body.at("PathPattern").text(), target(body.at("TargetOriginId").text()), body))
        .toList();
  }

  /**
   * The output of a nested stack that an origin's address comes from; empty for the dashboard,
   * which is the edge's own.
   */
  private static String target(String originId) {
    var address =
        DISTRIBUTION.at("Origins").items().stream()
            .filter(origin -> origin.at("Id").text().equals(originId))
            .map(origin -> origin.at("DomainName").ref())
            .findFirst()
            .orElseThrow();
    return StackTemplate.root().resource("Edge").property("Parameters", address).attribute();
  }
}
