package com.hekax.phone.bridge.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JsonObjectTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "\"x\"", "{", "{\"a\":}", "{}{}", "{} x", "{\"a\":01}", "nul"})
  void what_is_no_object_is_nothing(String text) {
    assertThat(JsonObject.parse(text)).isEmpty();
  }

  @Test
  void what_is_nested_too_deep_is_nothing() {
    assertThat(JsonObject.parse("{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}")).isEmpty();
  }

  @Test
  void what_is_missing_or_of_another_type_reads_as_empty() {
    var object = JsonObject.parse("{\"a\":null,\"b\":1,\"c\":\"x\"}").orElseThrow();

    assertThat(object.text("a")).isEmpty();
    assertThat(object.text("b")).isEmpty();
    assertThat(object.number("c")).isZero();
    assertThat(object.object("c").text("d")).isEmpty();
    assertThat(object.objects("b")).isEmpty();
    assertThat(object.arrayText("b")).isEqualTo("[]");
  }

  @Test
  void it_is_written_as_it_was_read() {
    var text =
        "{\"type\":\"object\",\"n\":1.50,\"big\":12345678901234567890,\"list\":[1,null,true,{}],"
            + "\"text\":\"\\\"\\n\"}";

    assertThat(JsonObject.parse(text).orElseThrow()).hasToString(text);
  }
}
