package com.hekax.phone.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.start.Product;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What was answered is kept, whatever is killed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // made before each test
class RecoveryTest {
  private static final String OWNER = "owner@brightdental.example";
  private static final String PASSWORD = "demo-password-2026";

  private Path folder;

  @BeforeEach
  void given_an_empty_folder() throws Exception {
    folder = TestProduct.folder();
  }

  @Test
  void
      when_the_database_is_killed_then_requests_fail_and_after_a_restart_all_that_was_saved_is_there()
          throws Exception {
    var saved = Collections.synchronizedList(new ArrayList<String>());
    try (var product = TestProduct.start(folder, change -> change)) {
      var owner = Api.of(product.runner().baseUri()).signedIn(OWNER, PASSWORD);
      // Saving goes on while the server dies, so that it dies in the middle of it.
      var saving = new FutureTask<>(() -> saveUntilRefused(owner, saved));
      Thread.ofVirtual().start(saving);
      Eventually.eventually("some leads were saved", () -> saved.size() >= 20);

      DatabaseServer.of(folder).kill();

      var refused = saving.get();
      assertThat(refused.status()).isBetween(500, 599);
      assertThat(owner.get("/api/leads").status()).isBetween(500, 599);
      assertThat(owner.get("/").status()).isLessThan(500);
    }
    try (var product = TestProduct.start(folder, change -> change)) {
      assertThat(leadIds(product)).containsAll(saved);
      var owner = Api.of(product.runner().baseUri()).signedIn(OWNER, PASSWORD);
      assertThat(owner.get("/api/leads/" + saved.getLast()).status()).isEqualTo(200);
    }
  }

  @Test
  void when_the_product_is_killed_then_the_next_start_ends_its_database_and_goes_on_from_its_data()
      throws Exception {
    String lead;
    DatabaseServer leftover;
    try (var process = ProductProcess.start(folder)) {
      lead = save(Api.of(process.uri()).signedIn(OWNER, PASSWORD)).json().path("id").asText();
      leftover = DatabaseServer.of(folder);
      process.kill();
    }
    assertThat(leftover.isAlive()).isTrue();

    try (var product = TestProduct.start(folder, change -> change)) {
      assertThat(leftover.isAlive()).isFalse();
      var owner = Api.of(product.runner().baseUri()).signedIn(OWNER, PASSWORD);
      assertThat(owner.get("/api/leads/" + lead).status()).isEqualTo(200);
    }
  }

  @Test
  void when_the_product_is_stopped_then_no_process_of_it_is_left() throws Exception {
    try (var process = ProductProcess.start(folder)) {
      var processes = process.processes();
      assertThat(processes).hasSizeGreaterThan(2);

      process.stop();

      // The system takes a moment to let go of those whose parent is gone.
      Eventually.eventually(
          "all processes ended", () -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }
  }

  private static Api.Answer saveUntilRefused(Api owner, List<String> saved) {
    while (true) {
      var answer = save(owner);
      if (answer.status() != 201) {
        return answer;
      }
      saved.add(answer.json().path("id").asText());
    }
  }

  private static Api.Answer save(Api owner) {
    return owner.post("/api/leads", Map.of("name", "Somebody"));
  }

  private static List<String> leadIds(Product product) throws SQLException {
    try (var superuser = product.database().superuser(product.databaseName());
        var statement = superuser.createStatement();
        var rows = statement.executeQuery("select id::text from leads")) {
      var ids = new ArrayList<String>();
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
      return ids;
    }
  }
}
