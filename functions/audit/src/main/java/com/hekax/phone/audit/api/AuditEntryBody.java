package com.hekax.phone.audit.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.audit.AuditEntry;
import com.hekax.phone.platform.audit.ActorKind;
import com.hekax.phone.platform.json.Json;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** An entry of the audit log as the API shows it. */
record AuditEntryBody(
    UUID id,
    Instant at,
    Actor actor,
    String action,
    Target target,
    Optional<JsonNode> before,
    Optional<JsonNode> after,
    Optional<String> address,
    Optional<String> requestId) {
  private static final Pattern WORD = Pattern.compile("_([a-z])");

  record Actor(ActorKind kind, Optional<UUID> id, Optional<String> name) {}

  record Target(String type, Optional<String> id) {}

  static AuditEntryBody of(AuditEntry entry) {
    return new AuditEntryBody(
        entry.id(),
        entry.at(),
        new Actor(entry.actorKind(), entry.actorId(), entry.actorName()),
        entry.action(),
        new Target(entry.targetType(), entry.targetId()),
        entry.before().map(AuditEntryBody::fields),
        entry.after().map(AuditEntryBody::fields),
        entry.address(),
        entry.requestId());
  }

  /** By names as the rest of the API has them. */
  private static JsonNode fields(String columns) {
    var fields = Json.MAPPER.createObjectNode();
    for (var column : Json.tree(columns).properties()) {
      fields.set(
          WORD.matcher(column.getKey()).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT)),
          column.getValue());
    }
    return fields;
  }
}
