package com.hekax.phone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StackSizeTest {
  /** CloudFormation takes 500 a stack. */
  private static final int MOST_A_STACK = 450;

  /** CloudFormation takes 2,500 in one operation over nested stacks. */
  private static final int MOST_TOGETHER = 2_250;

  /** API Gateway takes 300 an API. */
  private static final int MOST_ROUTES = 300;

  /** Prints the number of resources that SAM itself makes of each template it is given. */
  private static final String TRANSFORM =
      """
      import sys, logging, boto3
      logging.disable(logging.CRITICAL)
      from samtranslator.parser.parser import Parser
      from samtranslator.translator.translator import Translator
      from samtranslator.yaml_helper import yaml_parse
      session = boto3.session.Session(region_name='us-east-1')
      stored = {'Function': ('CodeUri', 's3://bucket/key'),
                'LayerVersion': ('ContentUri', 's3://bucket/key'),
                'Application': ('Location', 'https://s3.amazonaws.com/bucket/key')}
      for file in sys.argv[1:]:
          template = yaml_parse(open(file).read())
          for resource in template['Resources'].values():
              place = stored.get(resource['Type'].removeprefix('AWS::Serverless::'))
              if place:
                  resource['Properties'][place[0]] = place[1]
          made = Translator({}, Parser(), boto_session=session).translate(template, {})
          print('COUNT', file, len(made['Resources']))
      """;

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#all")
  void a_stack_stays_under_its_quota_after_expansion(StackTemplate template) {
    assertThat(StackExpansion.resources(template)).isLessThan(MOST_A_STACK);
  }

  @Test
  void all_stacks_together_stay_under_the_quota_of_one_deployment() {
    assertThat(StackTemplate.all().stream().mapToInt(StackExpansion::resources).sum())
        .isLessThan(MOST_TOGETHER);
  }

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#domains")
  void an_api_stays_under_its_quota_of_routes(StackTemplate domain) {
    assertThat(routes(domain)).isLessThanOrEqualTo(MOST_ROUTES);
  }

  @Test
  void the_expansion_counted_here_is_the_one_that_sam_makes() throws IOException {
    StackTool.assumeRuns(
        "python3 with aws-sam-translator is not installed",
        "python3",
        "-c",
        "import samtranslator");
    var command = new ArrayList<>(List.of("python3", "-c", TRANSFORM));
    StackTemplate.all().forEach(template -> command.add(template.file().toString()));

    var transformed = StackTool.run(command.toArray(String[]::new));

    assertThat(transformed.exit()).as(transformed.output()).isZero();
    assertThat(counts(transformed.output()))
        .isEqualTo(
            StackTemplate.all().stream()
                .collect(
                    Collectors.toMap(
                        template -> template.file().toString(), StackExpansion::resources)));
  }

  private static Map<String, Integer> counts(String output) {
    return output
        .lines()
        .filter(line -> line.startsWith("COUNT "))
        .map(line -> line.split(" ", -1))
        .collect(Collectors.toMap(words -> words[1], words -> Integer.valueOf(words[2])));
  }

  private static long routes(StackTemplate template) {
    return template
        .functions()
        .flatMap(function -> StackTemplate.events(function, "HttpApi"))
        .count();
  }

  /** What a reviewer wants to know, at the end of every run. */
  @AfterAll
  static void print_the_table() {
    var table =
        new StringBuilder(
            "\n%-34s %9s %9s %6s%n".formatted("Stack", "Functions", "Resources", "Routes"));
    for (var template : StackTemplate.all()) {
      table.append(
          "%-34s %9d %9d %6d%n"
              .formatted(
                  template.file(),
                  template.functions().count(),
                  StackExpansion.resources(template),
                  routes(template)));
    }
    table.append(
        "%-34s %9d %9d %6d%n"
            .formatted(
                "All together",
                StackTemplate.all().stream().flatMap(StackTemplate::functions).count(),
                StackTemplate.all().stream().mapToInt(StackExpansion::resources).sum(),
                StackTemplate.all().stream().mapToLong(StackSizeTest::routes).sum()));
    System.out.print(table);
  }
}
