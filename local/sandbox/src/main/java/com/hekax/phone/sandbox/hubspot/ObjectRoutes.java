package com.hekax.phone.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.sandbox.SandboxJson;
import com.hekax.phone.sandbox.console.FaultFilter;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The CRM API of 2026-03 (contacts, calls, properties) and the associations of v4. */
final class ObjectRoutes implements HttpService {
  private static final String READ = "crm.objects.contacts.read";
  private static final String WRITE = "crm.objects.contacts.write";
  private static final String SCHEMAS = "crm.schemas.contacts.write";
  private static final int MOST_IN_A_BATCH = 100;

  /** HubSpot's own association from a call to a contact. */
  private static final int CALL_TO_CONTACT = 194;

  private final HubSpotState state;
  private final Guard guard;

  ObjectRoutes(HubSpotState state, Guard guard) {
    this.state = state;
    this.guard = guard;
  }

  /** One request that has been let in. */
  private record Asked(Portal portal, ObjectType type, ServerRequest request) {

    /** The body, which has these fields. */
    JsonNode body(String... required) {
      var body = SandboxJson.read(request);
      if (!body.isObject()) {
        throw HubSpotError.invalid("Invalid input JSON");
      }
      for (var field : required) {
        if (!body.has(field)) {
          throw HubSpotError.invalid("Invalid input JSON: required field " + field + " is missing");
        }
      }
      return body;
    }

    String path(String name) {
      return FaultFilter.path(request, name);
    }

    /** The record that the path names, by its id or by the property of the query. */
    CrmRecord record(String parameter) {
      var name = path(parameter);
      var idProperty = request.query().first("idProperty").orElse("");
      return switch (idProperty) {
        case "" -> portal.find(type, id(name)).orElseThrow(HubSpotError::notFound);
        case "email" -> portal.byEmail(name).orElseThrow(HubSpotError::notFound);
        default -> throw HubSpotError.invalid(idProperty + " is no unique property");
      };
    }

    List<String> properties() {
      return request.query().all("properties", List::of).stream()
          .flatMap(names -> Arrays.stream(names.split(",", -1)))
          .toList();
    }
  }

  @Override
  public void routing(HttpRules rules) {
    for (var type : ObjectType.values()) {
      var path = "/crm/objects/2026-03/" + type.word();
      rules
          .post(path + "/search", route(type, READ, this::search))
          .post(path + "/batch/read", route(type, READ, this::batchRead))
          .post(path + "/batch/upsert", route(type, WRITE, this::batchUpsert))
          .post(path, route(type, WRITE, this::create))
          .get(path + "/{id}", route(type, READ, this::get))
          .patch(path + "/{id}", route(type, WRITE, this::change))
          .put(
              path + "/{id}/associations/default/{toType}/{toId}",
              route(type, WRITE, this::associate))
          .get(
              "/crm/v4/objects/" + type.word() + "/{id}/associations/{toType}",
              route(type, READ, this::associations))
          .post(
              "/crm/properties/2026-03/" + type.word(), route(type, SCHEMAS, this::defineProperty));
    }
  }

  private io.helidon.webserver.http.Handler route(
      ObjectType type, String scope, BiFunction<Asked, ServerResponse, Result> work) {
    return guard.of(
        type.word(),
        (request, response) -> {
          var portal = portal(request, scope);
          boolean isSearch = request.path().path().endsWith("/search");
          state.limit().count(portal.hubId(), isSearch, response);
          return work.apply(new Asked(portal, type, request), response);
        });
  }

  private Portal portal(ServerRequest request, String scope) {
    var header = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
    var token = header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : "";
    return state.portal(state.oauth().authorize(token, scope).hubId());
  }

  private Result create(Asked asked, ServerResponse response) {
    var body = asked.body("properties", "associations");
    var contacts = associatedContacts(asked, body.path("associations"));
    var record = asked.portal().create(asked.type(), values(body.path("properties")));
    contacts.forEach(contact -> asked.portal().associate(record.id(), contact));
    return Result.created(record);
  }

  /** Checked before anything is made: a record and its associations are made together or not. */
  private static List<Long> associatedContacts(Asked asked, JsonNode associations) {
    var contacts = new ArrayList<Long>();
    for (var association : associations) {
      for (var type : association.path("types")) {
        if (!type.path("associationCategory").asText().equals("HUBSPOT_DEFINED")
            || type.path("associationTypeId").asInt() != CALL_TO_CONTACT
            || asked.type() != ObjectType.CALLS) {
          throw HubSpotError.invalid("One or more association types are not valid: " + type);
        }
      }
      long contact = id(association.path("to").path("id").asText());
      if (asked.portal().find(ObjectType.CONTACTS, contact).isEmpty()) {
        throw HubSpotError.invalid("One or more associations are not valid: no contact " + contact);
      }
      contacts.add(contact);
    }
    return contacts;
  }

  private Result get(Asked asked, ServerResponse response) {
    return Result.ok(asked.record("id").json(asked.properties()));
  }

  private Result change(Asked asked, ServerResponse response) {
    var values = values(asked.body("properties").path("properties"));
    var record = asked.record("id");
    return Result.ok(asked.portal().change(asked.type(), record.id(), values).json());
  }

  private Result search(Asked asked, ServerResponse response) {
    return Result.ok(new Search(asked.portal(), asked.type(), asked.body()).run(state.searchLag()));
  }

  private Result batchRead(Asked asked, ServerResponse response) {
    var body = asked.body("inputs", "properties", "propertiesWithHistory");
    var names = new ArrayList<String>();
    body.path("properties").forEach(name -> names.add(name.asText()));
    var found = new ArrayList<Map<String, Object>>();
    for (var input : inputs(body)) {
      asked
          .portal()
          .find(asked.type(), id(input.path("id").asText()))
          .ifPresent(record -> found.add(record.json(names)));
    }
    return Result.ok(batch(found));
  }

  private Result batchUpsert(Asked asked, ServerResponse response) {
    if (asked.type() != ObjectType.CONTACTS) {
      throw HubSpotError.invalid("Calls have no unique property");
    }
    var results = new ArrayList<Map<String, Object>>();
    var errors = new ArrayList<Map<String, Object>>();
    for (var input : inputs(asked.body("inputs"))) {
      try {
        results.add(upsert(asked.portal(), input));
      } catch (HubSpotError refused) {
        errors.add(refused.inBatch());
      }
    }
    var answer = batch(results);
    if (!errors.isEmpty()) {
      answer.put("numErrors", errors.size());
      answer.put("errors", errors);
    }
    return new Result(errors.isEmpty() ? 200 : 207, answer);
  }

  private static Map<String, Object> upsert(Portal portal, JsonNode input) {
    if (!input.path("idProperty").asText().equals("email")) {
      throw HubSpotError.invalid(input.path("idProperty").asText() + " is no unique property");
    }
    var email = input.path("id").asText();
    var values = new LinkedHashMap<>(values(input.path("properties")));
    values.putIfAbsent("email", email);
    var before = portal.byEmail(email);
    var record =
        before.isPresent()
            ? portal.change(ObjectType.CONTACTS, before.get().id(), values)
            : portal.create(ObjectType.CONTACTS, values);
    var json = record.json();
    json.put("new", before.isEmpty());
    return json;
  }

  private Result associate(Asked asked, ServerResponse response) {
    long from = id(asked.path("id"));
    long to = id(asked.path("toId"));
    var toType = ObjectType.of(asked.path("toType"));
    if (toType == asked.type()) {
      throw HubSpotError.invalid("No association from " + toType.word() + " to themselves");
    }
    boolean fromCall = asked.type() == ObjectType.CALLS;
    asked.portal().associate(fromCall ? from : to, fromCall ? to : from);
    return Result.ok(batch(List.of()));
  }

  private Result associations(Asked asked, ServerResponse response) {
    var record = asked.record("id");
    var toType = ObjectType.of(asked.path("toType"));
    var ids =
        toType == ObjectType.CALLS
            ? asked.portal().callsOf(record.id())
            : asked.portal().contactsOf(record.id());
    int limit = Integer.parseInt(asked.request().query().first("limit").orElse("500"));
    long after = Long.parseLong(asked.request().query().first("after").orElse("0"));
    var rest = ids.stream().filter(id -> id > after).toList();
    var page = rest.stream().limit(limit).toList();
    var answer = new LinkedHashMap<String, Object>();
    answer.put("results", page.stream().map(id -> associated(id)).toList());
    if (page.size() < rest.size()) {
      answer.put("paging", Map.of("next", Map.of("after", page.getLast().toString())));
    }
    return Result.ok(answer);
  }

  private static Map<String, Object> associated(long id) {
    return Map.of(
        "toObjectId",
        Long.toString(id),
        "associationTypes",
        List.of(Map.of("category", "HUBSPOT_DEFINED", "typeId", CALL_TO_CONTACT)));
  }

  private Result defineProperty(Asked asked, ServerResponse response) {
    var body = asked.body("name", "label", "type", "fieldType", "groupName");
    var name = body.path("name").asText();
    if (!asked.portal().define(asked.type(), name)) {
      throw HubSpotError.of(409, "CONFLICT", "A property named '" + name + "' already exists.");
    }
    return new Result(201, body);
  }

  private static List<JsonNode> inputs(JsonNode body) {
    var inputs = new ArrayList<JsonNode>();
    body.path("inputs").forEach(inputs::add);
    if (inputs.isEmpty() || inputs.size() > MOST_IN_A_BATCH) {
      throw HubSpotError.invalid("A batch has 1 to " + MOST_IN_A_BATCH + " inputs");
    }
    return inputs;
  }

  private static Map<String, Object> batch(List<Map<String, Object>> results) {
    var now = Instant.now().toString();
    var answer = new LinkedHashMap<String, Object>();
    answer.put("status", "COMPLETE");
    answer.put("results", results);
    answer.put("startedAt", now);
    answer.put("completedAt", now);
    return answer;
  }

  private static Map<String, String> values(JsonNode properties) {
    if (!properties.isObject()) {
      throw HubSpotError.invalid("Invalid input JSON: required field properties is missing");
    }
    var values = new LinkedHashMap<String, String>();
    for (var property : properties.properties()) {
      if (!property.getValue().isTextual()) {
        throw HubSpotError.invalid("Invalid input JSON: a property's value is a text");
      }
      values.put(property.getKey(), property.getValue().textValue());
    }
    return values;
  }

  private static long id(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw HubSpotError.notFound();
    }
  }
}
