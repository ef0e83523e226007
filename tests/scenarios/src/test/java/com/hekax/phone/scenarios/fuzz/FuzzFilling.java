package com.hekax.phone.scenarios.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.hekax.phone.scenarios.isolation.Filling;
import com.hekax.phone.scenarios.isolation.Tenant;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Fills a request in as the document allows it, to the ends of what it allows. */
final class FuzzFilling implements Filling {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int LONGEST = 4_000;

  private final RandomGenerator random;
  private final Tenant tenant;
  private final URI receivers;

  /**
   * For one request.
   *
   * @param receivers where the webhooks go that it creates
   */
  FuzzFilling(RandomGenerator random, Tenant tenant, URI receivers) {
    this.random = random;
    this.tenant = tenant;
    this.receivers = receivers;
  }

  @Override
  public boolean includes(String name) {
    return random.nextBoolean();
  }

  @Override
  public Optional<JsonNode> value(String name, JsonNode schema) {
    return switch (name) {
      case "phone", "caller", "From", "To" ->
          text("+1415555%04d".formatted(random.nextInt(10_000)));
      case "email" -> text("%s%d@example.com".formatted(tenant.mark(), random.nextInt(100)));
      case "url" -> text(receivers + "/webhook-receiver/" + tenant.mark());
      case "version" -> Optional.of(JSON.numberNode(random.nextInt(1, 4)));
      default -> byKind(schema);
    };
  }

  /** The id of a row for a path: mostly one that is there. */
  String rowId(String table) {
    return random.nextInt(4) == 0 ? madeUp() : String.valueOf(tenant.row(table).get("id"));
  }

  private Optional<JsonNode> byKind(JsonNode schema) {
    if (schema.has("example") && random.nextInt(4) != 0) {
      return Optional.of(schema.path("example"));
    }
    if (schema.has("enum")) {
      var values = schema.path("enum");
      return Optional.of(values.path(random.nextInt(values.size())));
    }
    // A list of types begins with the one that is not null.
    var type = schema.path("type").isArray() ? schema.path("type").path(0) : schema.path("type");
    return switch (type.asText()) {
      case "string" -> text(textOf(schema));
      case "integer" -> Optional.of(number(schema));
      case "boolean" -> Optional.of(JSON.booleanNode(random.nextBoolean()));
      default -> Optional.empty();
    };
  }

  private String textOf(JsonNode schema) {
    return switch (schema.path("format").asText()) {
      case "uuid" -> madeUp();
      case "date-time" ->
          Instant.now().minus(Duration.ofMinutes(random.nextInt(-10_000, 10_000))).toString();
      default -> {
        var text = tenant.mark() + " " + OddText.next(random);
        int longest = Math.min(LONGEST, schema.path("maxLength").asInt(100));
        yield text.length() > longest ? text.substring(0, longest) : text;
      }
    };
  }

  /** Near its ends, where mistakes are made, or anywhere between. */
  private JsonNode number(JsonNode schema) {
    long least = schema.path("minimum").asLong(-1);
    long most = schema.path("maximum").asLong(Integer.MAX_VALUE);
    return switch (random.nextInt(3)) {
      case 0 -> JSON.numberNode(least);
      case 1 -> JSON.numberNode(most);
      default -> JSON.numberNode(random.nextLong(least, most + 1));
    };
  }

  private String madeUp() {
    return new UUID(
            (random.nextLong() & ~0xF000L) | 0x7000L, (random.nextLong() >>> 2) | Long.MIN_VALUE)
        .toString();
  }

  private static Optional<JsonNode> text(String text) {
    return Optional.of(JSON.textNode(text));
  }
}
