package com.hekax.phone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FunctionTableTest {

  @Test
  void the_table_in_the_page_is_the_templates_own() throws IOException {
    var part = FunctionTable.part();
    if (Boolean.getBoolean("hekax.write")) {
      part.write(FunctionTable.text());
    }

    assertThat(part.read())
        .as("docs/architecture.md; `./hekax routes` brings it up to date")
        .isEqualTo(part.with(FunctionTable.text()));
  }
}
