package com.hekax.phone.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.testcontainers.DockerClientFactory;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DockerTest {

  @Test
  @EnabledIfEnvironmentVariable(
      named = "HEKAX_REQUIRE_DOCKER",
      matches = "true",
      disabledReason =
          "HEKAX_REQUIRE_DOCKER=true makes a missing Docker a failure; without it the tests on LocalStack may be skipped")
  void where_everything_must_be_tested_there_is_Docker() {
    assertThat(DockerClientFactory.instance().isDockerAvailable()).isTrue();
  }
}
