package com.hekax.phone.scenarios.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Fills requests of one business in at random. Its texts hold its mark, and ids are now its own,
 * now the other's, now nobody's.
 */
final class RandomFilling implements Filling {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final RandomGenerator random;
  private final Belongings own;
  private final Belongings other;
  private final URI receivers;
  private boolean reachesForOther;

  /**
   * For one request.
   *
   * @param receivers where the webhooks go that it creates
   */
  RandomFilling(RandomGenerator random, Belongings own, Belongings other, URI receivers) {
    this.random = random;
    this.own = own;
    this.other = other;
    this.receivers = receivers;
  }

  /** Whether something of the other business was filled in so far. */
  boolean reachesForOther() {
    return reachesForOther;
  }

  @Override
  public boolean includes(String name) {
    return random.nextInt(3) == 0;
  }

  @Override
  public Optional<JsonNode> value(String name, JsonNode schema) {
    return switch (name) {
      case "assignedTo", "userId" -> text(someMember());
      // Nobody here signs in with two steps: all would be kept out from then on.
      case "requireTwoStep" -> Optional.of(JSON.booleanNode(false));
      case "cursor" -> text(someone().someCursor(random));
      case "version" -> number(1, 3);
      case "limit" -> number(1, 100);
      case "leadId" -> text(rowId("leads"));
      case "phone", "caller" -> text("+1415555%04d".formatted(random.nextInt(10_000)));
      case "email" -> text(own.tenant().mark() + "@example.com");
      case "url" -> text(receivers + "/webhook-receiver/" + own.tenant().mark());
      default -> byKind(schema);
    };
  }

  /** The id of a row for a path. */
  String rowId(String table) {
    return random.nextInt(4) == 0 ? madeUp() : someone().someId(table, random);
  }

  private String someMember() {
    return random.nextInt(4) == 0 ? madeUp() : someone().someMember(random);
  }

  private Belongings someone() {
    boolean asksForOther = random.nextBoolean();
    reachesForOther |= asksForOther;
    return asksForOther ? other : own;
  }

  private String madeUp() {
    return new UUID(
            (random.nextLong() & ~0xF000L) | 0x7000L, (random.nextLong() >>> 2) | Long.MIN_VALUE)
        .toString();
  }

  private Optional<JsonNode> byKind(JsonNode schema) {
    if (schema.has("enum")) {
      var values = schema.path("enum");
      return Optional.of(values.path(random.nextInt(values.size())));
    }
    if (schema.path("format").asText().equals("date-time")) {
      return text(Instant.now().minus(Duration.ofHours(random.nextInt(48))).toString());
    }
    // A list of types begins with the one that is not null.
    var type = schema.path("type").isArray() ? schema.path("type").path(0) : schema.path("type");
    return type.asText().equals("string")
        ? text(own.tenant().mark() + " " + random.nextInt(1000))
        : Optional.empty();
  }

  private Optional<JsonNode> number(int least, int most) {
    return Optional.of(JSON.numberNode(random.nextInt(least, most + 1)));
  }

  private static Optional<JsonNode> text(String text) {
    return Optional.of(JSON.textNode(text));
  }
}
