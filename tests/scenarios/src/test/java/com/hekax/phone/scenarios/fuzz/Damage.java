package com.hekax.phone.scenarios.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes something wrong of a body that was right. */
final class Damage {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEP = 3_000;
  private static final int TOO_LARGE = 300_000;

  private final RandomGenerator random;

  Damage(RandomGenerator random) {
    this.random = random;
  }

  /** The bytes of the body, with one thing wrong in what it says or in how it is written. */
  byte[] of(JsonNode body) {
    return random.nextInt(3) == 0
        ? writtenWrong(body.toString().getBytes(StandardCharsets.UTF_8))
        : saidWrong(body.deepCopy()).toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Bytes of no kind. */
  byte[] noise() {
    var bytes = new byte[random.nextInt(1, 2_000)];
    random.nextBytes(bytes);
    return bytes;
  }

  private JsonNode saidWrong(JsonNode body) {
    if (body instanceof ObjectNode object && !object.isEmpty()) {
      var names = new ArrayList<String>();
      object.fieldNames().forEachRemaining(names::add);
      var name = names.get(random.nextInt(names.size()));
      switch (random.nextInt(5)) {
        case 0 -> object.remove(name);
        case 1 ->
            object.set(
                List.of("organizationId", "id", "role", "__proto__", "").get(random.nextInt(5)),
                wrong());
        case 2 -> object.set(name, saidWrong(object.path(name)));
        default -> object.set(name, wrong());
      }
      return object;
    }
    return body instanceof ArrayNode list && random.nextBoolean() ? list.add(wrong()) : wrong();
  }

  private JsonNode wrong() {
    return switch (random.nextInt(8)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(random.nextBoolean());
      case 2 -> JSON.numberNode(random.nextLong());
      case 3 -> JSON.numberNode(new BigDecimal("1e" + random.nextInt(1_000)));
      case 4 -> JSON.objectNode().put(OddText.shortText(random), OddText.next(random));
      case 5 -> many();
      default -> JSON.textNode(OddText.next(random));
    };
  }

  private ArrayNode many() {
    var list = JSON.arrayNode();
    int size = random.nextInt(5_000);
    for (int i = 0; i < size; i++) {
      list.add(i);
    }
    return list;
  }

  private byte[] writtenWrong(byte[] bytes) {
    return switch (random.nextInt(7)) {
      case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 1 -> flipped(bytes);
      case 2 -> joined(bytes, bytes);
      case 3 -> joined(bytes, " ".repeat(TOO_LARGE).getBytes(StandardCharsets.UTF_8));
      case 4 -> joined(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, bytes);
      case 5 -> ("[".repeat(DEEP) + "]".repeat(DEEP)).getBytes(StandardCharsets.UTF_8);
      default -> "{\"name\":\"\\ud800\",\"name\":\"\\u0000\"}".getBytes(StandardCharsets.UTF_8);
    };
  }

  private byte[] flipped(byte[] bytes) {
    var copy = bytes.clone();
    for (int i = 0; i < 3 && copy.length > 0; i++) {
      copy[random.nextInt(copy.length)] = (byte) random.nextInt();
    }
    return copy;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    var all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
