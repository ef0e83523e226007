package com.hekax.phone.scenarios.isolation;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.SessionId;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.crypto.RandomToken;
import com.hekax.phone.platform.tenancy.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * A business with one member of each role and one row in every table that holds organizations'
 * rows, made from the schema alone. Every text of it holds a mark that no other business has, so
 * that an answer that shows anything of it can be told.
 */
public final class Tenant {
  private final String mark;
  private final OrganizationId id = OrganizationId.create();
  private final Map<Role, UserId> members = new EnumMap<>(Role.class);
  private final RandomToken credential = RandomToken.create();
  private final Map<String, Map<String, Object>> rows = new HashMap<>();

  private Tenant(String mark) {
    this.mark = mark;
  }

  public static Tenant create(Connection connection, Schema schema, String mark)
      throws SQLException {
    var tenant = new Tenant(mark);
    tenant.open(connection);
    for (var table : schema.isolated()) {
      tenant.row(connection, schema, table);
    }
    tenant.beInCall(connection);
    tenant.haveInvited(connection);
    return tenant;
  }

  public String mark() {
    return mark;
  }

  OrganizationId id() {
    return id;
  }

  UserId member(Role role) {
    return java.util.Objects.requireNonNull(members.get(role));
  }

  /** The one device on which a member is signed in. */
  SessionId session(Role role) {
    return new SessionId(member(role).value());
  }

  /** What the receptionist acts with in its call. */
  public String callCredential() {
    return credential.value();
  }

  /** Its row in a table. */
  public Map<String, Object> row(String table) {
    return java.util.Objects.requireNonNull(rows.get(table), table);
  }

  /** Whether an answer shows anything of it: its mark, or an id that only it has. */
  boolean isShownIn(String answer) {
    return answer.contains(mark) || answer.contains(id.toString());
  }

  /** A digest of all its rows: any change changes it. */
  String digest(Connection connection, Schema schema) throws SQLException {
    var digests = new StringBuilder();
    for (var table : schema.isolated()) {
      try (var statement =
          connection.prepareStatement(
              "select md5(string_agg(one::text, '|' order by one::text)) from %s as one where organization_id = ?"
                  .formatted(table.name()))) {
        statement.setObject(1, id.value());
        var result = statement.executeQuery();
        result.next();
        digests.append(table.name()).append('=').append(result.getString(1)).append('\n');
      }
    }
    return digests.toString();
  }

  private void open(Connection connection) throws SQLException {
    insert(
        connection,
        "organizations",
        Map.of(
            "organization_id", id.value(),
            "name", mark,
            "time_zone", "America/Chicago",
            "country", "US",
            "plan", "SCALE",
            "created_at", "2026-11-01T00:00:00Z"));
    for (var role : Role.values()) {
      members.put(role, join(connection, role, role.name().toLowerCase(Locale.ROOT)));
    }
    // Whom routes name when they change or remove somebody: the members that ask stay.
    var colleague = join(connection, Role.AGENT, "colleague");
    rows.put("users", Map.of("id", colleague.value()));
    rows.put("organizations", Map.of("organization_id", id.value()));
    rows.put(
        "memberships",
        Map.of("organization_id", id.value(), "user_id", member(Role.AGENT).value()));
  }

  /** One more person of the business, signed in on a device. */
  private UserId join(Connection connection, Role role, String word) throws SQLException {
    var user = UserId.create();
    insert(
        connection,
        "users",
        Map.of(
            "id",
            user.value(),
            "email",
            mark + "." + word + "@example.com",
            "name",
            mark + " " + word,
            "password_hash",
            "none",
            "created_at",
            "2026-11-01T00:00:00Z"));
    insert(
        connection,
        "memberships",
        Map.of(
            "organization_id", id.value(),
            "user_id", user.value(),
            "role", role.name(),
            "created_at", "2026-11-01T00:00:00Z"));
    insert(
        connection,
        "sessions",
        Map.of(
            "id", user.value(),
            "organization_id", id.value(),
            "user_id", user.value(),
            "created_at", "2026-11-01T00:00:00Z"));
    return user;
  }

  /** Its call goes on, and the receptionist is in it. */
  private void beInCall(Connection connection) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            update bridge_sessions
               set call_id = ?, credential_hash = ?, closed_at = null, hang_up_at = null
             where organization_id = ?
            """)) {
      statement.setObject(1, row("calls").get("id"));
      statement.setBytes(2, credential.hash());
      statement.setObject(3, id.value());
      statement.executeUpdate();
    }
  }

  /** Whom it invited has not answered. */
  private void haveInvited(Connection connection) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            update invitations set accepted_at = null, accepted_by = null, withdrawn_at = null
             where organization_id = ?
            """)) {
      statement.setObject(1, id.value());
      statement.executeUpdate();
    }
  }

  private Map<String, Object> row(Connection connection, Schema schema, Schema.Table table)
      throws SQLException {
    var made = rows.get(table.name());
    if (made != null) {
      return made;
    }
    var values = new HashMap<String, Object>();
    values.put("organization_id", id.value());
    for (var reference : table.references()) {
      var target = schema.table(reference.table()).filter(Schema.Table::holdsOrganizations);
      if (target.isPresent()) {
        var row = row(connection, schema, target.get());
        for (int i = 0; i < reference.columns().size(); i++) {
          values.put(
              reference.columns().get(i),
              java.util.Objects.requireNonNull(row.get(reference.targets().get(i))));
        }
      }
    }
    for (var column : table.columns()) {
      if (!values.containsKey(column.name()) && !column.hasDefault()) {
        values.put(column.name(), value(table, column));
      }
    }
    insert(connection, table.name(), values);
    rows.put(table.name(), values);
    return values;
  }

  private Object value(Schema.Table table, Schema.Column column) {
    if (!column.allowed().isEmpty()) {
      var first = column.allowed().getFirst();
      return column.type().endsWith("[]") ? List.of(first) : first;
    }
    return switch (column.type()) {
      case "uuid" -> column.name().equals("user_id") ? member(Role.AGENT).value() : uuid();
      case "text" -> text(table, column.name());
      case "bytea" -> (mark + table.name()).getBytes(java.nio.charset.StandardCharsets.UTF_8);
      case "jsonb" -> "{\"mark\": \"" + mark + "\"}";
      case "text[]" -> List.of(mark);
      case "integer", "bigint", "smallint" -> 1;
      case "boolean" -> true;
      case "timestamp with time zone" -> "2027-11-20T10:00:00Z";
      case "time without time zone" -> "09:00";
      default ->
          throw new IllegalStateException(
              "No value for %s.%s of type %s: teach the probes this type"
                  .formatted(table.name(), column.name(), column.type()));
    };
  }

  /** Columns whose text has a form of its own; a check of the schema refuses anything else. */
  private String text(Schema.Table table, String column) {
    if (column.equals("number") || column.endsWith("_number") || column.equals("phone")) {
      // As many digits as there may be: a long run makes thousands, and numbers are unique.
      long digits = uuidOf(mark + table.name()).getMostSignificantBits();
      return "+1415%011d".formatted(Math.floorMod(digits, 100_000_000_000L));
    }
    return mark + "-" + column;
  }

  private static UUID uuidOf(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static UUID uuid() {
    return TimeOrderedUuid.next();
  }

  private static void insert(Connection connection, String table, Map<String, Object> values)
      throws SQLException {
    var columns = List.copyOf(values.keySet());
    var sql =
        "insert into %s (%s) select %s from jsonb_populate_record(null::%s, ?::jsonb) as made"
            .formatted(
                table,
                String.join(", ", columns),
                String.join(", ", columns.stream().map("made."::concat).toList()),
                table);
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, json(values));
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("The probes cannot make a row of " + table, e);
    }
  }

  /** As {@code jsonb_populate_record} reads it. */
  private static String json(Map<String, Object> values) {
    var plain = new HashMap<String, Object>();
    values.forEach(
        (column, value) ->
            plain.put(
                column,
                switch (value) {
                  case byte[] bytes -> "\\x" + java.util.HexFormat.of().formatHex(bytes);
                  case String text when text.startsWith("{\"mark\"") ->
                      com.hekax.phone.platform.json.Json.tree(text);
                  default -> value;
                }));
    return com.hekax.phone.platform.json.Json.write(plain);
  }
}
