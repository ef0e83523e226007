package com.hekax.phone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hekax.phone.platform.db.Migrations.NewerSchemaException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EmbeddedDatabaseTest {
  /** One for all, because unpacking the binaries takes seconds; each test begins without data. */
  @TempDir private static Path folder;

  @BeforeEach
  void given_no_data() throws IOException {
    var data = folder.resolve("data");
    if (Files.exists(data)) {
      try (var files = Files.walk(data)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Nested
  class Given_data_that_was_saved {

    @Test
    void when_the_server_is_stopped_and_started_then_it_is_there() throws Exception {
      try (var database = EmbeddedDatabase.start(folder, 0)) {
        save(database);
      }
      try (var database = EmbeddedDatabase.start(folder, 0)) {
        assertThat(saved(database)).isEqualTo("kept");
      }
    }

    @Test
    void when_the_server_is_killed_and_started_then_it_is_there() throws Exception {
      var server = ProcessHandle.current();
      try (var database = EmbeddedDatabase.start(folder, 0)) {
        save(database);
        server = server();
        kill(server);
      }
      try (var database = EmbeddedDatabase.start(folder, 0)) {
        assertThat(saved(database)).isEqualTo("kept");
        assertThat(server()).isNotEqualTo(server);
      }
    }

    @Test
    void when_the_machine_should_lose_its_power_then_it_was_on_the_disk() throws Exception {
      try (var database = EmbeddedDatabase.start(folder, 0)) {
        assertThat(value(database, "postgres", "show fsync")).isEqualTo("on");
        assertThat(value(database, "postgres", "show full_page_writes")).isEqualTo("on");
        assertThat(value(database, "postgres", "show synchronous_commit")).isEqualTo("on");
      }
    }
  }

  @Nested
  class Given_a_program_that_was_killed_with_its_server_running {
    private ProcessHandle leftover;

    @BeforeEach
    void given() throws Exception {
      var program = Program.start(folder);
      leftover = server();
      kill(program.toHandle());
      assertThat(leftover.isAlive()).isTrue();
    }

    @AfterEach
    void stop() {
      leftover.destroyForcibly();
    }

    @Test
    void when_the_next_one_starts_then_the_old_server_is_stopped_and_its_data_is_there()
        throws Exception {
      try (var database = EmbeddedDatabase.start(folder, 0)) {
        assertThat(leftover.isAlive()).isFalse();
        assertThat(server()).isNotEqualTo(leftover);
        assertThat(saved(database)).isEqualTo("kept");
      }
    }

    @Test
    void when_the_next_one_wants_the_same_port_then_it_gets_it() throws Exception {
      int port = Integer.parseInt(Files.readAllLines(folder.resolve("data/postmaster.pid")).get(3));

      try (var database = EmbeddedDatabase.start(folder, port)) {
        assertThat(database.url("kept")).contains(":" + port + "/");
        assertThat(saved(database)).isEqualTo("kept");
      }
    }
  }

  @Nested
  class Given_a_note_of_a_server_that_is_gone {

    @Test
    void when_its_process_id_means_another_program_now_then_that_is_left_alone() throws Exception {
      try (var database = EmbeddedDatabase.start(folder, 0)) {
        save(database);
      }
      var bystander = new ProcessBuilder("sleep", "60").start();
      try {
        Files.writeString(folder.resolve("data/postmaster.pid"), bystander.pid() + "\n");

        try (var database = EmbeddedDatabase.start(folder, 0)) {
          assertThat(bystander.isAlive()).isTrue();
          assertThat(saved(database)).isEqualTo("kept");
        }
      } finally {
        bystander.destroy();
      }
    }

    @Test
    void when_its_process_id_means_the_server_of_other_data_now_then_that_is_left_alone()
        throws Exception {
      try (var other = EmbeddedDatabase.startForTests(folder, folder.resolve("other"))) {
        Files.createDirectories(folder.resolve("data"));
        Files.copy(folder.resolve("other/postmaster.pid"), folder.resolve("data/postmaster.pid"));

        Leftover.stop(folder.resolve("data"));

        assertThat(value(other, "postgres", "select 1")).isEqualTo("1");
        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
      }
    }
  }

  @Nested
  class Given_that_it_cannot_start {

    @Test
    void when_the_data_is_of_another_version_then_a_sentence_says_which() throws Exception {
      Files.createDirectories(folder.resolve("data"));
      Files.writeString(folder.resolve("data/PG_VERSION"), "16\n");

      assertThatThrownBy(() -> EmbeddedDatabase.start(folder, 0).close())
          .isInstanceOf(DatabaseStartException.class)
          .hasMessage(
              "The data in %s was written by PostgreSQL 16 and this version runs 17: use the version that wrote it, or `./hekax start --fresh`.",
              folder.resolve("data"));
    }

    @Test
    void when_the_port_is_taken_then_a_sentence_says_so_at_once() throws Exception {
      try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        assertThatThrownBy(() -> EmbeddedDatabase.start(folder, other.getLocalPort()).close())
            .isInstanceOf(DatabaseStartException.class)
            .hasMessage(
                "Port %d, which the database is to have, is taken by another program: end that, or choose another port.",
                other.getLocalPort());
      }
      assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void when_another_database_has_the_port_then_it_is_not_taken_for_ours() throws Exception {
      try (var other = EmbeddedDatabase.startForTests(folder, folder.resolve("other"))) {
        int port = Integer.parseInt(other.url("").replaceAll("[^0-9]*127.0.0.1:([0-9]+)/", "$1"));

        assertThatThrownBy(() -> EmbeddedDatabase.start(folder, port).close())
            .isInstanceOf(DatabaseStartException.class)
            .hasMessageContaining("is taken by another program");
      }
    }

    @Test
    void when_the_schema_is_newer_than_the_code_then_it_is_left_as_it_is() throws Exception {
      try (var database = EmbeddedDatabase.start(folder, 0)) {
        database.create("hekax");
        assertThat(database.migrate("hekax")).isPositive();
        assertThat(database.migrate("hekax")).isZero();
        execute(
            database,
            "hekax",
            """
            insert into schema_history
              (installed_rank, version, description, type, script, installed_by, execution_time, success)
            values
              (9999, '29991231.2359', 'later', 'SQL', 'V29991231_2359__later.sql', 'test', 0, true)
            """);

        assertThatThrownBy(() -> database.migrate("hekax"))
            .isInstanceOf(NewerSchemaException.class)
            .hasMessage(
                "The database was migrated by a newer version, which added V29991231_2359__later.sql");
      }
    }
  }

  /** The server that runs on the data. */
  private static ProcessHandle server() throws IOException {
    var pid = Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst().strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private static void kill(ProcessHandle process) throws Exception {
    assertThat(process.destroyForcibly()).isTrue();
    process.onExit().get(10, TimeUnit.SECONDS);
  }

  private static void save(EmbeddedDatabase database) throws SQLException {
    database.create("kept");
    execute(database, "kept", "create table notes (text text)");
    execute(database, "kept", "insert into notes values ('kept')");
  }

  private static String saved(EmbeddedDatabase database) throws SQLException {
    return value(database, "kept", "select text from notes");
  }

  private static void execute(EmbeddedDatabase database, String name, String sql)
      throws SQLException {
    try (var connection = database.superuser(name);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String value(EmbeddedDatabase database, String name, String query)
      throws SQLException {
    try (var connection = database.superuser(name);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Another JVM that has saved something and goes on running. */
  static final class Program {

    static Process start(Path folder) throws IOException {
      var program =
          new ProcessBuilder(
                  ProcessHandle.current().info().command().orElseThrow(),
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Program.class.getName(),
                  folder.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (var output =
          new BufferedReader(
              new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
        assertThat(output.readLine()).isEqualTo("saved");
      }
      return program;
    }

    @SuppressWarnings("SystemOut") // What it has to say is for the process that started it.
    public static void main(String[] arguments) throws Exception {
      var database = EmbeddedDatabase.start(Path.of(arguments[0]), 0);
      save(database);
      System.out.println("saved");
      // Until it is killed, or until the test that started it is gone.
      var ignored = System.in.read();
      database.close();
    }

    private Program() {}
  }
}
