package com.hekax.phone.runner.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.runner.template.Application.Behaviour;
import com.hekax.phone.runner.template.Application.ResponseHeader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The runner can read what is deployed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProductTemplateTest {
  private final Application application =
      Application.read(
          Path.of(System.getProperty("hekax.root"), "template.yaml"),
          Map.of(
              "Stage",
              "local",
              "DomainName",
              "localhost:8080",
              "CertificateArn",
              "arn:aws:acm:::x"));

  @Test
  void every_function_has_a_role_in_the_model() {
    assertThat(application.functions()).hasSizeGreaterThan(20);
    assertThat(application.httpApis()).allSatisfy(api -> assertThat(api.routes()).isNotEmpty());
    assertThat(application.webSocketApis()).hasSize(1);
    assertThat(application.queueTriggers()).isNotEmpty();
    assertThat(application.schedules()).isNotEmpty();
    assertThat(application.customResources()).hasSize(1);
  }

  @Test
  void every_API_is_behind_the_edge_with_the_origin_secret() {
    for (var api : application.httpApis()) {
      assertThat(application.behaviours())
          .filteredOn(behaviour -> behaviour.host().equals(Naming.apiHost(api.id())))
          .isNotEmpty()
          .allSatisfy(
              behaviour -> assertThat(behaviour.originHeaders()).containsKey("x-hekax-origin"));
    }
  }

  @Test
  void pages_carry_their_security_headers() {
    assertThat(application.behaviours().getLast())
        .extracting(Behaviour::pathPattern)
        .isEqualTo("*");
    assertThat(application.behaviours().getLast().responseHeaders())
        .extracting(ResponseHeader::name)
        .contains("content-security-policy", "x-content-type-options");
  }
}
