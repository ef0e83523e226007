package com.hekax.phone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplateLintTest {

  @Test
  void cfn_lint_finds_nothing_in_any_template() throws IOException {
    StackTool.assumeRuns("cfn-lint is not installed", "cfn-lint", "--version");
    var command = new ArrayList<>(List.of("cfn-lint"));
    StackTemplate.all().forEach(template -> command.add(template.file().toString()));

    var linted = StackTool.run(command.toArray(String[]::new));

    assertThat(linted.exit()).as(linted.output()).isZero();
  }
}
