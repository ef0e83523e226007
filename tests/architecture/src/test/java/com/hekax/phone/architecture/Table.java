package com.hekax.phone.architecture;

import com.hekax.phone.contracts.ReadView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A table that the migrations create.
 *
 * @param hasOrganization whether each of its rows is one organization's
 */
record Table(String name, boolean hasOrganization) {
  /** Whose a table is: only its owner's statements name it. */
  private static final Map<String, Set<String>> BY_OWNER =
      Map.of(
          "accounts",
          Set.of(
              "organizations",
              "users",
              "memberships",
              "sessions",
              "refresh_tokens",
              "plans",
              "signups",
              "password_resets",
              "sign_in_attempts",
              "email_changes",
              "invitations",
              "api_keys",
              "two_steps",
              "recovery_codes",
              "sign_in_challenges",
              "organization_closings",
              "organization_erasures"),
          "platform",
          Set.of(
              "outbox",
              "handled_events",
              "deliveries",
              "delivery_attempts",
              "idempotency_keys",
              "request_rates"),
          "leads",
          Set.of("leads"),
          "receptionist",
          Set.of("receptionists", "receptionist_facts", "receptionist_snapshots"),
          "telephony",
          Set.of(
              "phone_numbers",
              "business_hours",
              "call_legs",
              "call_leg_sids",
              "bridge_sessions",
              "transfer_targets",
              "call_transfers",
              "voicemails",
              "recording_sweeps"),
          "calls",
          Set.of("calls", "call_events", "call_turns", "call_messages", "call_reports"),
          "crm",
          Set.of(
              "crm_connections",
              "crm_authorizations",
              "crm_leads",
              "crm_calls",
              "crm_links",
              "crm_locks"),
          "notifications",
          Set.of(
              "webhooks",
              "slack_connections",
              "slack_authorizations",
              "slack_doubts",
              "email_preferences"),
          "live",
          Set.of("live_tickets", "live_connections", "live_sequences", "live_frames"),
          "audit",
          Set.of("audit_log"));

  private static final Pattern CREATE =
      Pattern.compile(
          "^create (?:unlogged )?table (?:if not exists )?([a-z_.]+) \\((.*?)^\\)",
          Pattern.MULTILINE | Pattern.DOTALL);

  private static final List<Table> ALL = readAll();

  /** All tables of functions; those of the schema {@code app} are the migrations' own. */
  static List<Table> all() {
    return ALL;
  }

  static Optional<Table> named(String name) {
    return ALL.stream().filter(table -> table.name().equals(name)).findFirst();
  }

  static Set<String> listed() {
    return Set.copyOf(BY_OWNER.values().stream().flatMap(Set::stream).toList());
  }

  static boolean isReadView(String name) {
    return Arrays.stream(ReadView.values()).anyMatch(view -> view.sqlName().equals(name));
  }

  boolean isOf(String owner) {
    return BY_OWNER.getOrDefault(owner, Set.of()).contains(name);
  }

  private static List<Table> readAll() {
    var folder =
        StackTemplate.repository().resolve("layers/platform/src/main/resources/db/migration");
    try (Stream<java.nio.file.Path> files = Files.list(folder)) {
      return files
          .sorted()
          .flatMap(Table::read)
          .filter(table -> !table.name().startsWith("app."))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Table> read(java.nio.file.Path migration) {
    try {
      return CREATE
          .matcher(Files.readString(migration))
          .results()
          .map(table -> new Table(table.group(1), table.group(2).contains("organization_id")))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
