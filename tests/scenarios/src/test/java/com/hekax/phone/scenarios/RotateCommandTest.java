package com.hekax.phone.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.platform.Env;
import com.hekax.phone.platform.crypto.SigningKey;
import com.hekax.phone.platform.crypto.SigningKeySet;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.runner.aws.AwsEndpoint;
import com.hekax.phone.runner.aws.SecretStore;
import com.hekax.phone.runner.aws.SecretsManagerApi;
import com.hekax.phone.start.rotate.RotateCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./hekax rotate}, against the Secrets Manager of the local runner. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RotateCommandTest {
  private static final String SECRET = "hekax/local/jwt";
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final AwsEndpoint aws = new AwsEndpoint(0);
  private final SigningKey old = SigningKey.create(NOON);
  private SecretStore secrets;
  private volatile URI address = aws.uri();
  private volatile Instant now = NOON;

  @BeforeEach
  void start(@TempDir Path folder) {
    secrets = new SecretStore(folder.resolve("secrets.json"));
    secrets.put(SECRET, Json.write(SigningKeySet.of(old)));
    aws.add(SecretsManagerApi.over(secrets));
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  private record Ran(int exitCode, String output, String errors) {}

  @Test
  void each_call_takes_one_step_when_its_time_has_come() {
    assertThat(run("signing-keys").output())
        .contains(
            "Step 1 of 3: " + old.kid() + " signs", "from 2026-11-24T13:11:00Z (in 1 h 11 min)");
    assertThat(keys().keys()).hasSize(2);
    assertThat(keys().signWith()).isEqualTo(old.kid());

    now = now.plus(Duration.ofMinutes(71));
    assertThat(run("signing-keys").output())
        .contains("Step 2 of 3: " + keys().newest().kid() + " signs", "(in 1 h 17 min)");
    assertThat(keys().keys()).hasSize(2);
    assertThat(keys().signWith()).isEqualTo(keys().newest().kid());

    now = now.plus(Duration.ofMinutes(77));
    assertThat(run("signing-keys").output()).contains(keys().signWith() + " signs, alone.");
    assertThat(keys().find(old.kid())).isEmpty();
    assertThat(keys().keys()).hasSize(1);
  }

  @Test
  void a_call_that_comes_too_early_changes_nothing() {
    run("signing-keys");
    var before = keys();
    now = now.plus(Duration.ofMinutes(70));

    assertThat(run("signing-keys").output()).contains("Too early, nothing was done.", "(in 1 min)");
    assertThat(keys()).isEqualTo(before);
  }

  @Test
  void the_status_is_told_without_changing_anything() {
    assertThat(run("signing-keys", "--status").output()).contains(old.kid() + " signs, alone.");
    assertThat(keys()).isEqualTo(SigningKeySet.of(old));

    run("signing-keys");
    now = now.plus(Duration.ofHours(2));
    assertThat(run("signing-keys", "--status").output())
        .contains("Step 1 of 3", "at the next call.");
  }

  @Test
  void a_leaked_key_goes_at_once_and_so_does_a_change_that_was_going_on() {
    run("signing-keys");

    assertThat(run("signing-keys", "--at-once").output())
        .contains("signs, alone.", "within 5 min", "within 1 h 1 min", "sign in again");
    assertThat(keys().keys()).hasSize(1);
    assertThat(keys().find(old.kid())).isEmpty();
    assertThat(keys().change()).isEmpty();
  }

  @Test
  void of_people_who_take_a_step_together_one_does_and_the_others_are_told() throws Exception {
    Callable<Ran> step = () -> run("signing-keys");
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = people.invokeAll(List.of(step, step, step, step));
      for (var one : all) {
        assertThat(one.get().output() + one.get().errors())
            .containsAnyOf("Step 1 of 3", "Somebody else has just changed the keys");
      }
    }

    assertThat(keys().keys()).hasSize(2);
  }

  @Test
  void what_cannot_be_done_is_said() {
    assertThat(run("signing-keys", "--stage", "prod").errors()).contains("hekax/prod/jwt");
    assertThat(run("signing-keys", "--status", "--at-once").exitCode()).isEqualTo(2);
    assertThat(run("--help").errors()).contains("signing-keys", "--status", "--stage STAGE");
    address = URI.create("http://localhost:1");
    assertThat(run("signing-keys", "--status").errors())
        .contains("Secrets Manager could not be asked");
  }

  private SigningKeySet keys() {
    return Json.read(secrets.find(SECRET).orElseThrow().current().value(), SigningKeySet.class);
  }

  private Ran run(String... arguments) {
    var output = new ByteArrayOutputStream();
    var errors = new ByteArrayOutputStream();
    var shell =
        Env.of(
            Map.of(
                "AWS_REGION", "us-east-1",
                "AWS_ENDPOINT_URL", address.toString(),
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test"));
    int exitCode =
        RotateCommand.run(
            List.of(arguments),
            shell,
            () -> now,
            new PrintStream(output, true, StandardCharsets.UTF_8),
            new PrintStream(errors, true, StandardCharsets.UTF_8));
    return new Ran(
        exitCode, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
  }
}
