package com.hekax.phone.operations.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.operations.migration.AnswerBox;
import com.hekax.phone.platform.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigrateDatabaseJobTest extends DatabaseTest {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final AnswerBoxFake answers = new AnswerBoxFake();
  private final MigrateDatabaseJob job = inEnvironment(MigrateDatabaseJob::new);

  @Override
  protected Map<String, String> moreSettings() {
    return Map.of("DB_DIRECT_URL", url());
  }

  @BeforeEach
  void given_an_empty_database() {
    answers.fail(0);
    sql("drop database if exists unmigrated with (force)");
    sql("create database unmigrated owner hekax_owner");
  }

  @AfterAll
  void close() {
    answers.close();
  }

  @Test
  void when_the_stack_is_created_then_the_schema_is_there_before_the_answer() throws Exception {
    var answer = answer(request("Create"));

    assertThat(answer.path("Status").asText()).isEqualTo("SUCCESS");
    assertThat(answer.path("StackId").asText()).isEqualTo("arn:stack");
    assertThat(answer.path("RequestId").asText()).isEqualTo("request-1");
    assertThat(answer.path("LogicalResourceId").asText()).isEqualTo("Migration");
    assertThat(answer.path("PhysicalResourceId").asText()).isNotEmpty();
    assertThat(tableExists("leads")).isTrue();
    assertThat(answers.contentTypes()).isEmpty();
  }

  @Test
  void when_the_stack_is_updated_without_a_new_migration_then_the_resource_stays_the_same()
      throws Exception {
    var created = answer(request("Create")).path("PhysicalResourceId").asText();

    var updated = answer(request("Update", "PhysicalResourceId", created));

    assertThat(updated.path("Status").asText()).isEqualTo("SUCCESS");
    assertThat(updated.path("Reason").asText()).isEqualTo("Nothing to migrate");
    assertThat(updated.path("PhysicalResourceId").asText()).isEqualTo(created);
  }

  @Test
  void when_the_stack_is_deleted_then_the_tables_stay() throws Exception {
    answer(request("Create"));

    var deleted = answer(request("Delete", "PhysicalResourceId", "database-schema"));

    assertThat(deleted.path("Status").asText()).isEqualTo("SUCCESS");
    assertThat(deleted.path("PhysicalResourceId").asText()).isEqualTo("database-schema");
    assertThat(tableExists("leads")).isTrue();
  }

  @Test
  void when_newer_code_has_migrated_the_database_then_it_fails_and_names_what_it_does_not_know()
      throws Exception {
    answer(request("Create"));
    execute(
        """
        insert into schema_history
          (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
        select max(installed_rank) + 1, '20991231.2359', 'from the future', 'SQL',
               'V20991231_2359__from_the_future.sql', 1, 'hekax_owner', 1, true
          from schema_history
        """);

    var answer = answer(request("Update", "PhysicalResourceId", "database-schema"));

    assertThat(answer.path("Status").asText()).isEqualTo("FAILED");
    assertThat(answer.path("Reason").asText())
        .isEqualTo(
            "The database was migrated by a newer version, which added"
                + " V20991231_2359__from_the_future.sql");
  }

  @Test
  void when_a_migration_fails_then_the_answer_says_which() throws Exception {
    answer(request("Create"));
    var made =
        text(
            "select script from schema_history where script like '%create%'"
                + " order by installed_rank desc limit 1");
    // Its tables are there and it is to run again.
    execute(
        "delete from schema_history where installed_rank >="
            + " (select installed_rank from schema_history where script = '"
            + made
            + "')");

    var answer = answer(request("Update"));

    assertThat(answer.path("Status").asText()).isEqualTo("FAILED");
    assertThat(answer.path("Reason").asText()).contains(made).hasSizeLessThan(1_001);
  }

  @Test
  void when_the_time_runs_out_then_it_fails_in_time_and_applies_nothing_later() throws Exception {
    try (var holder = connect();
        var statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      // The migration that makes this schema waits for whether we commit.
      statement.execute("create schema app");

      var answer = answer(request("Create"), AnswerBox.AT_MOST.plusSeconds(3));

      assertThat(answer.path("Status").asText()).isEqualTo("FAILED");
      assertThat(answer.path("Reason").asText()).contains("longer than 3 s");
      holder.rollback();
    }
    waitUntilNobodyIsConnected();
    assertThat(tableExists("leads")).isFalse();
  }

  @Test
  void when_the_address_fails_at_first_then_the_answer_is_put_again() throws Exception {
    answers.fail(2);

    assertThat(answer(request("Delete")).path("Status").asText()).isEqualTo("SUCCESS");
  }

  @Test
  void when_the_address_stays_away_then_the_invocation_fails_so_that_Lambda_repeats_it() {
    answers.fail(100);

    assertThatThrownBy(() -> invoke(Json.write(request("Delete")), A_MINUTE))
        .isInstanceOf(IOException.class);
    assertThat(answers.take()).isEmpty();
  }

  @Test
  void when_it_is_pinged_then_nothing_is_migrated_and_nobody_answered() throws Exception {
    invoke("{\"ping\":true}", A_MINUTE);

    assertThat(answers.take()).isEmpty();
    assertThat(tableExists("leads")).isFalse();
  }

  private Map<String, Object> request(String type, String... more) {
    var request = new java.util.HashMap<String, Object>();
    request.put("RequestType", type);
    request.put("ResponseURL", answers.url());
    request.put("StackId", "arn:stack");
    request.put("RequestId", "request-1");
    request.put("ResourceType", "Custom::Migration");
    request.put("LogicalResourceId", "Migration");
    request.put("ResourceProperties", Map.of("Version", "1"));
    for (int i = 0; i < more.length; i += 2) {
      request.put(more[i], more[i + 1]);
    }
    return request;
  }

  private JsonNode answer(Map<String, Object> request) throws IOException {
    return answer(request, A_MINUTE);
  }

  private JsonNode answer(Map<String, Object> request, Duration left) throws IOException {
    invoke(Json.write(request), left);
    var taken = answers.take();
    assertThat(taken).hasSize(1);
    return taken.getFirst();
  }

  private void invoke(String event, Duration left) throws IOException {
    job.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
        new ByteArrayOutputStream(),
        TimedContext.with(left));
  }

  private String url() {
    try (var connection = superuser()) {
      return connection.getMetaData().getURL().replaceFirst("/[^/]*$", "/unmigrated");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), "postgres", "local");
  }

  private void execute(String statement) throws SQLException {
    try (var connection = connect();
        var prepared = connection.prepareStatement(statement)) {
      prepared.execute();
    }
  }

  private boolean tableExists(String name) throws SQLException {
    return text("select to_regclass('public." + name + "') is not null").equals("t");
  }

  private void waitUntilNobodyIsConnected() throws SQLException, InterruptedException {
    var end = Instant.now().plusSeconds(20);
    while (!text("select count(*) from pg_stat_activity where datname = 'unmigrated'"
            + " and pid <> pg_backend_pid()")
        .equals("0")) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(20);
    }
  }

  private String text(String query) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      assertThat(result.next()).isTrue();
      return String.valueOf(result.getString(1));
    }
  }
}
