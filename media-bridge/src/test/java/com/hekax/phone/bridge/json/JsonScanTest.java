package com.hekax.phone.bridge.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JsonScanTest {

  /** What it finds of the members a, b and c. */
  private static List<String> found(String json) {
    var found = new ArrayList<String>();
    for (var scan = new JsonScan(json); scan.next(); ) {
      for (var name : List.of("a", "b", "c")) {
        if (scan.isNamed(name)) {
          found.add(name + "=" + scan.plainText().orElse("?"));
        }
      }
    }
    return found;
  }

  @Test
  void members_are_found_in_their_order_and_past_all_others() {
    assertThat(
            found(
                """
                { "x" : [ "]", {"a":"no"} ], "b":"2" ,"y":{"c":"no","z":"}"}
                , "n":-1.5e3, "t":true, "a" : "1", "c":"\\"" }"""))
        .containsExactly("b=2", "a=1", "c=?");
  }

  @Test
  void strings_end_where_they_end() {
    assertThat(found("{\"x\":\"\\\\\",\"a\":\"1\"}")).containsExactly("a=1");
    assertThat(found("{\"x\":\"\\\\\\\"\",\"a\":\"1\"}")).containsExactly("a=1");
    assertThat(found("{\"\":\"\",\"a\":\"\"}")).containsExactly("a=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[\"a\"]",
        "{",
        "{\"a",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":\"1",
        "{\"a\":[\"1\"",
        "{\"a\":{\"b\":\"1\"",
        "{a:1}",
        "{:}",
        "{\"a\" \"1\"}",
        "\"a\""
      })
  void what_is_broken_ends_the_walk(String json) {
    assertThat(found(json)).isEmpty();
  }

  @Test
  void values_are_compared_and_entered() {
    var scan = new JsonScan("{\"a\":{\"b\":\"media\",\"c\":12,\"d\":-1}}");
    assertThat(scan.next()).isTrue();
    assertThat(scan.isText("media")).isFalse();

    var inner = scan.members();
    assertThat(inner.next()).isTrue();
    assertThat(inner.isText("media")).isTrue();
    assertThat(inner.isText("medi")).isFalse();
    assertThat(inner.members().next()).isFalse();
    assertThat(inner.next()).isTrue();
    assertThat(inner.number()).contains(12);
    assertThat(inner.next()).isTrue();
    assertThat(inner.number()).isEmpty();
    assertThat(inner.next()).isFalse();
    assertThat(scan.next()).isFalse();
  }
}
