package com.hekax.phone.scenarios.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.platform.tenancy.Role;
import com.hekax.phone.scenarios.Api;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asks every route that writes, as somebody who may, and looks at what stands in the audit log
 * afterwards.
 */
final class AuditTrail {
  /** Fields of an answer whose values are shown this once. */
  private static final Set<String> SHOWN_ONCE =
      Set.of("secret", "ticket", "key", "accessToken", "challenge", "recoveryCodes");

  private static final String STATE = "state=";

  /** What the document lets one send. */
  private static final Filling ALL =
      new Filling() {
        @Override
        public boolean includes(String name) {
          // Would keep the one who asks out of everything else.
          return !name.equals("requireTwoStep");
        }

        @Override
        public Optional<JsonNode> value(String name, JsonNode schema) {
          var pattern = schema.path("pattern").asText();
          return Stream.of("+14155550187", "somebody@example.com", "09:30")
              .filter(text -> !pattern.isEmpty() && !schema.has("example"))
              .filter(text -> Pattern.compile(pattern).matcher(text).find())
              .findFirst()
              .<JsonNode>map(TextNode::valueOf);
        }
      };

  private final ProvenProduct product;
  private final Tenant tenant;
  private final Set<String> answered = new TreeSet<>();
  private final Set<String> untold = new TreeSet<>();
  private final List<String> secrets = new ArrayList<>();

  AuditTrail(ProvenProduct product, Tenant tenant) {
    this.product = product;
    this.tenant = tenant;
    secrets.add(tenant.callCredential());
  }

  /** The routes that did what they were asked. */
  Set<String> answered() {
    return answered;
  }

  /** Those of them that nothing in the log tells of. */
  Set<String> untold() {
    return untold;
  }

  /** What answers held that is shown once, and what requests were let in by. */
  List<String> secrets() {
    return secrets;
  }

  void run() throws GeneralSecurityException, SQLException {
    for (var route : product.routes()) {
      if (!route.method().equals("GET")) {
        ask(route);
      }
    }
  }

  private void ask(ProbedRoute route) throws GeneralSecurityException, SQLException {
    var before = requestsInLog();
    var token = token(route);
    secrets.add(token);
    var api = Api.of(product.product().runner().baseUri()).with(token);
    var full = product.pages().body(route.method(), route.path(), ALL).map(JsonNode::toString);
    var answer = send(api, route, full);
    if (!isDone(answer)) {
      // Some of it does not go together with the rest.
      answer = send(api, route, Optional.of(route.body()).filter(body -> !body.isEmpty()));
    }
    if (isDone(answer)) {
      answered.add(route.name());
      noteSecrets(answer);
      var after = requestsInLog();
      after.removeAll(before);
      if (after.isEmpty()) {
        untold.add(route.name());
      }
    }
  }

  private Api.Answer send(Api api, ProbedRoute route, Optional<String> body) {
    return api.withHeader("idempotency-key", UUID.randomUUID().toString())
        .send(route.method(), route.pathFor(tenant), body);
  }

  private String token(ProbedRoute route) throws GeneralSecurityException {
    return route.needs() == Permission.CALL
        ? tenant.callCredential()
        : product.tokens().of(tenant, Role.OWNER);
  }

  private static boolean isDone(Api.Answer answer) {
    return answer.status() >= 200 && answer.status() < 300;
  }

  private void noteSecrets(Api.Answer answer) {
    if (answer.body().isEmpty()) {
      return;
    }
    for (var field : answer.json().properties()) {
      var value = field.getValue();
      if (SHOWN_ONCE.contains(field.getKey())) {
        (value.isArray() ? value.valueStream() : Stream.of(value))
            .map(JsonNode::asText)
            .forEach(secrets::add);
      } else if (value.asText().contains(STATE)) {
        secrets.add(stateIn(value.asText()));
      }
    }
  }

  /** Lets somebody in who comes back with it from the vendor's page. */
  private static String stateIn(String address) {
    return address.substring(address.indexOf(STATE) + STATE.length()).split("&", 2)[0];
  }

  /** The requests of people and calls that the tenant's log tells of. */
  private Set<String> requestsInLog() throws SQLException {
    try (var statement =
        product
            .superuser()
            .prepareStatement(
                """
                select distinct request_id
                  from audit_log
                 where organization_id = ? and actor_kind in ('PERSON', 'ASSISTANT') and request_id is not null
                """)) {
      statement.setObject(1, tenant.id().value());
      var rows = statement.executeQuery();
      var requests = new TreeSet<String>();
      while (rows.next()) {
        requests.add(rows.getString(1));
      }
      return requests;
    }
  }

  /** Tables in which one of the secrets stands, as text or as bytes. */
  static Set<String> tablesWith(List<String> secrets, Connection superuser) throws SQLException {
    var found = new TreeSet<String>();
    for (var table : Schema.read(superuser).tables()) {
      for (var secret : secrets) {
        try (var statement =
            superuser.prepareStatement(
                """
                select exists (
                  select from %s as one
                   where position(? in one::text) > 0
                      or position(encode(convert_to(?, 'UTF8'), 'hex') in one::text) > 0)
                """
                    .formatted(table.name()))) {
          statement.setString(1, secret);
          statement.setString(2, secret);
          var rows = statement.executeQuery();
          rows.next();
          if (rows.getBoolean(1)) {
            found.add(table.name());
          }
        }
      }
    }
    return found;
  }
}
