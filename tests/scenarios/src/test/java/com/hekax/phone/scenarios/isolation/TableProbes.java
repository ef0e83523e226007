package com.hekax.phone.scenarios.isolation;

import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.tenancy.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * What one business can do to another's rows with the rights of a function and nothing between it
 * and the table: read, change, delete, add.
 */
final class TableProbes {
  private final Connection app;
  private final Tenant self;
  private final Tenant other;
  private final List<String> leaks = new ArrayList<>();
  private int probes;

  /**
   * Probes over a connection of {@code hekax_app}.
   *
   * @param self whose transaction it is
   * @param other whose rows must not be reached
   */
  TableProbes(Connection app, Tenant self, Tenant other) {
    this.app = app;
    this.self = self;
    this.other = other;
  }

  int probes() {
    return probes;
  }

  List<String> leaks() {
    return List.copyOf(leaks);
  }

  void run(Schema.Table table) throws SQLException {
    if (table.holdsOrganizations()) {
      runOverRows(table);
    } else {
      runOverPeople(table);
    }
  }

  /** People have no organization of their own: they are seen where they belong. */
  private void runOverPeople(Schema.Table table) throws SQLException {
    probe(
        table,
        "reads",
        "select count(id) from %s where id = '%s'"
            .formatted(table.name(), other.member(Role.OWNER)),
        true);
  }

  private void runOverRows(Schema.Table table) throws SQLException {
    var owner = other.id().value();
    probe(
        table,
        "reads",
        "select count(*) from %s where organization_id = '%s'".formatted(table.name(), owner),
        true);
    probe(
        table, "reads with no organization entered", "select count(*) from " + table.name(), false);
    probe(
        table,
        "changes",
        "with done as (update %1$s set organization_id = organization_id where organization_id = '%2$s' returning 1) select count(*) from done"
            .formatted(table.name(), owner),
        true);
    probe(
        table,
        "deletes",
        "with done as (delete from %1$s where organization_id = '%2$s' returning 1) select count(*) from done"
            .formatted(table.name(), owner),
        true);
    // Its own row given away: what "with check" is for.
    probe(
        table,
        "gives away",
        "with done as (update %1$s set organization_id = '%2$s' where organization_id = '%3$s' returning 1) select count(*) from done"
            .formatted(table.name(), owner, self.id().value()),
        true);
    probe(
        table,
        "adds",
        "with done as (insert into %1$s select (jsonb_populate_record(null::%1$s, '%2$s'::jsonb)).* returning 1) select count(*) from done"
            .formatted(table.name(), forged(table)),
        true);
  }

  /** A new row of the other's; rights are asked before what else a row must have. */
  private String forged(Schema.Table table) {
    var row = new HashMap<String, String>();
    row.put("organization_id", other.id().toString());
    // A partitioned table looks for the partition first: by its id, or by the id of the call.
    for (var key : List.of("id", "call_id")) {
      if (table.has(key)) {
        row.put(key, TimeOrderedUuid.next().toString());
      }
    }
    return Json.write(row);
  }

  /** A leak is any row reached; a refusal by the server is as good as none. */
  private void probe(Schema.Table table, String what, String sql, boolean entered)
      throws SQLException {
    probes++;
    app.setAutoCommit(false);
    try (var statement = app.createStatement()) {
      if (entered) {
        statement.execute("select app.enter_organization('" + self.id() + "')");
      }
      var result = statement.executeQuery(sql);
      result.next();
      if (result.getInt(1) > 0) {
        leaks.add(table.name() + ": one business " + what + " another's row");
      }
    } catch (SQLException refused) {
      if (!isRefusal(refused)) {
        leaks.add(
            table.name()
                + ": "
                + what
                + " came past the rights and failed only on "
                + refused.getSQLState());
      }
    } finally {
      app.rollback();
    }
  }

  /** Insufficient privilege, which row-level security raises as well. */
  private static boolean isRefusal(SQLException refused) {
    return "42501".equals(refused.getSQLState());
  }
}
