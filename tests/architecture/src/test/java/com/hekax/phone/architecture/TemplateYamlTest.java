package com.hekax.phone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The templates keep to what CloudFormation, SAM and the local runner read alike. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplateYamlTest {
  private static final Set<String> FUNCTIONS =
      Set.of(
          "!Ref",
          "!GetAtt",
          "!Sub",
          "!Join",
          "!Select",
          "!Split",
          "!If",
          "!Equals",
          "!Not",
          "!And",
          "!Or",
          "!FindInMap",
          "!Condition");

  /** Text in YAML 1.2, something else in YAML 1.1, which CloudFormation reads. */
  private static final Pattern AMBIGUOUS =
      Pattern.compile("(?i)y|n|yes|no|on|off|~|0\\d+|\\d{4}-\\d{2}-\\d{2}|\\d+(:\\d+)+");

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#all")
  void only_functions_that_all_readers_know_are_used(StackTemplate template) {
    assertThat(nodes(template).map(node -> node.getTag().getValue()).filter(StackYaml::isFunction))
        .isSubsetOf(FUNCTIONS);
    assertThat(template.body().walk().flatMap(node -> node.fields().stream()))
        .extracting(Map.Entry<String, StackNode>::getKey)
        .filteredOn(key -> key.startsWith("Fn::"))
        .allMatch(key -> FUNCTIONS.contains("!" + key.substring("Fn::".length())));
  }

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#all")
  void no_anchor_is_used_because_CloudFormation_refuses_aliases(StackTemplate template) {
    assertThat(nodes(template)).allMatch(node -> node.getAnchor().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#all")
  void what_YAML_readers_disagree_about_is_quoted(StackTemplate template) {
    assertThat(nodes(template))
        .filteredOn(node -> node instanceof ScalarNode)
        .map(ScalarNode.class::cast)
        .filteredOn(scalar -> scalar.getScalarStyle() == ScalarStyle.PLAIN)
        .extracting(ScalarNode::getValue)
        .noneMatch(value -> AMBIGUOUS.matcher(value).matches());
  }

  private static Stream<Node> nodes(StackTemplate template) {
    var file = StackTemplate.repository().resolve(template.file());
    return below(StackYaml.compose(file));
  }

  private static Stream<Node> below(Node node) {
    var children =
        switch (node) {
          case MappingNode map ->
              map.getValue().stream()
                  .flatMap(field -> Stream.of(field.getKeyNode(), field.getValueNode()));
          case SequenceNode list -> list.getValue().stream();
          default -> Stream.<Node>empty();
        };
    return Stream.concat(Stream.of(node), children.flatMap(TemplateYamlTest::below));
  }
}
