package com.hekax.phone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplateLogTest {

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#all")
  void a_log_group_forgets_access_after_30_days_and_all_else_after_90(StackTemplate template) {
    assertThat(template.resources("AWS::Logs::LogGroup"))
        .allSatisfy(
            group ->
                assertThat(group.property("RetentionInDays").number())
                    .isEqualTo(group.id().equals("AccessLogs") ? 30 : 90));
  }

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#domains")
  void a_domain_has_one_log_group_and_its_API_another(StackTemplate domain) {
    assertThat(domain.resources("AWS::Serverless::HttpApi"))
        .allSatisfy(
            api ->
                assertThat(api.property("AccessLogSettings", "DestinationArn").attribute())
                    .isEqualTo("AccessLogs.Arn"));
    assertThat(domain.resource("Logs").type()).isEqualTo("AWS::Logs::LogGroup");
  }

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#all")
  void an_access_log_holds_no_token_no_ticket_and_no_query(StackTemplate template) {
    var secrets = List.of("query", "header", "cookie", "authorization", "body");
    assertThat(template.body().walk())
        .filteredOn(node -> node.at("DestinationArn").isPresent())
        .allSatisfy(
            settings -> {
              assertThat(settings.at("Format").text()).isNotEmpty();
              assertThat(secrets)
                  .noneMatch(
                      word -> settings.at("Format").text().toLowerCase(Locale.ROOT).contains(word));
            });
  }
}
