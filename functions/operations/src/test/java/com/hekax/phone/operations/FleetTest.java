package com.hekax.phone.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.operations.Fleet.Result;
import com.hekax.phone.operations.aws.DeployedFunctions;
import com.hekax.phone.operations.job.PingFunctionsJob;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class FleetTest extends DatabaseTest {
  private final LambdaFake lambda = new LambdaFake();
  private final Fleet fleet =
      inEnvironment(
          () ->
              new Fleet(
                  new DeployedFunctions(platform().aws(), "hekax-test-"), Duration.ofMillis(1)));

  @Override
  protected Map<String, String> moreSettings() {
    return Map.of(
        "AWS_ENDPOINT_URL_LAMBDA", lambda.address().toString(), "FUNCTION_PREFIX", "hekax-test-");
  }

  @AfterAll
  void close() {
    lambda.close();
  }

  @Test
  void functions_of_this_deployment_on_all_pages_are_pinged_and_no_others() {
    lambda.deploy("hekax-test-A", "hekax-prod-A", "hekax-test-B", "other", "hekax-test-C");

    assertThat(fleet.ping()).isEqualTo(new Result(3, 0));
    assertThat(lambda.payloads())
        .isEqualTo(
            Map.of(
                "hekax-test-A", "{\"ping\":true}",
                "hekax-test-B", "{\"ping\":true}",
                "hekax-test-C", "{\"ping\":true}"));
  }

  @Test
  void one_that_fails_is_counted_and_stops_no_other() {
    lambda.deploy("hekax-test-A", "hekax-test-B", "hekax-test-C");
    lambda.failIn("hekax-test-A");

    assertThat(fleet.ping()).isEqualTo(new Result(2, 1));
    assertThat(lambda.payloads()).hasSize(3);
  }

  @Test
  void one_without_a_snapshot_is_called_until_it_has_one_again() {
    lambda.deploy("hekax-test-A");
    lambda.loseSnapshot("hekax-test-A", 5);

    assertThat(fleet.ping()).isEqualTo(new Result(1, 0));
  }

  @Test
  void one_that_stays_without_a_snapshot_is_given_up() {
    lambda.deploy("hekax-test-A", "hekax-test-B");
    lambda.loseSnapshot("hekax-test-A", 1_000);

    assertThat(fleet.ping()).isEqualTo(new Result(1, 1));
  }

  @Test
  void many_are_called_a_few_at_a_time() {
    lambda.deploy(IntStream.range(0, 60).mapToObj(i -> "hekax-test-" + i).toArray(String[]::new));
    lambda.answerTogether(8);

    assertThat(fleet.ping()).isEqualTo(new Result(60, 0));
    assertThat(lambda.mostRunning()).isEqualTo(8);
  }

  @Test
  void the_job_fails_when_a_function_does_so_that_its_alarm_rings() {
    var job = function(PingFunctionsJob::new);
    lambda.deploy("hekax-test-A", "hekax-test-B");
    job.run();

    lambda.failIn("hekax-test-B");

    assertThatThrownBy(job::run).hasMessageContaining("1 of 2 functions");
  }
}
