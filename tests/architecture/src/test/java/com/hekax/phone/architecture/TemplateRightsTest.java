package com.hekax.phone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The functions that hold a dangerous right, each named: who joins one of these lists is seen in
 * review.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplateRightsTest {

  @Test
  void these_functions_may_work_across_organizations() {
    assertThat(allowed("rds-db:connect", "/hekax_system"))
        .containsExactlyInAnyOrder(
            "SignUpFunction",
            "ConfirmSignUpFunction",
            "CreatePasswordResetFunction",
            "RedeemPasswordResetFunction",
            "RedeemEmailChangeFunction",
            "UpdateMeFunction",
            "UpdatePasswordFunction",
            "CreateEmailChangeFunction",
            "LogInFunction",
            "TakeSecondStepFunction",
            "GetTwoStepFunction",
            "CreateTwoStepFunction",
            "ConfirmTwoStepFunction",
            "DisableTwoStepFunction",
            "CreateRecoveryCodesFunction",
            "GetMeFunction",
            "ListOwnOrganizationsFunction",
            "SwitchOrganizationFunction",
            "RefreshSessionFunction",
            "LogOutFunction",
            "GetJwksFunction",
            "SessionAuthorizerFunction",
            "ListSessionsFunction",
            "DeleteSessionFunction",
            "DeleteSessionsFunction",
            "CreateTeamOwnershipFunction",
            "CreateOrganizationClosingFunction",
            "EraseOrganizationsFunction",
            "LookUpInvitationFunction",
            "AcceptInvitationFunction",
            "AcceptMyInvitationFunction",
            "IncomingCallWebhookFunction",
            "AfterStreamWebhookFunction",
            "AfterDialWebhookFunction",
            "VoicemailWebhookFunction",
            "CallStatusWebhookFunction",
            "CreateBridgeSessionFunction",
            "CallAuthorizerFunction",
            "PublishFallbackDocumentsFunction",
            "SweepRecordingsFunction",
            "GetCrmCallbackFunction",
            "SyncHubSpotFunction",
            "ResendHubSpotFunction",
            "DeliverWebhooksFunction",
            "ResendWebhooksFunction",
            "GetSlackCallbackFunction",
            "DeliverSlackFunction",
            "ResendSlackFunction",
            "DeliverEmailsFunction",
            "ResendEmailsFunction",
            "SendAccountMailsFunction",
            "ResendAccountMailsFunction",
            "LiveConnectFunction",
            "LiveDisconnectFunction",
            "LiveMessageFunction",
            "RelayOutboxFunction",
            "MaintainTablesFunction");
  }

  @Test
  void these_functions_may_read_the_keys_of_sessions() {
    assertThat(allowed("secretsmanager:GetSecretValue", "/jwt-*"))
        .containsExactlyInAnyOrder(
            "ConfirmSignUpFunction",
            "AcceptInvitationFunction",
            "LogInFunction",
            "RefreshSessionFunction",
            "LogOutFunction",
            "GetJwksFunction",
            "SwitchOrganizationFunction",
            "TakeSecondStepFunction",
            "SessionAuthorizerFunction");
  }

  @Test
  void these_functions_may_make_the_codes_of_links() {
    assertThat(allowed("secretsmanager:GetSecretValue", "/codes-*"))
        .containsExactlyInAnyOrder(
            "ConfirmSignUpFunction",
            "RedeemPasswordResetFunction",
            "RedeemEmailChangeFunction",
            "LookUpInvitationFunction",
            "AcceptInvitationFunction",
            "AcceptMyInvitationFunction",
            "SendAccountMailsFunction",
            "ResendAccountMailsFunction");
  }

  @Test
  void these_functions_may_read_what_organizations_entrust_to_us() {
    assertThat(allowed("kms:Decrypt", "TokenKeyArn"))
        .containsExactlyInAnyOrder(
            "DeleteCrmConnectionFunction",
            "ReleaseConnectionsFunction",
            "SyncHubSpotFunction",
            "ResendHubSpotFunction",
            "DeliverWebhooksFunction",
            "ResendWebhooksFunction",
            "DeliverSlackFunction",
            "ResendSlackFunction",
            "TakeSecondStepFunction",
            "CreateTwoStepFunction",
            "ConfirmTwoStepFunction",
            "DisableTwoStepFunction",
            "CreateRecoveryCodesFunction");
  }

  @Test
  void one_function_may_act_as_the_owner_of_the_tables() {
    assertThat(allowed("secretsmanager:GetSecretValue", "DatabaseOwnerSecretArn"))
        .containsExactly("MigrateDatabaseFunction");
  }

  @Test
  void one_function_may_write_what_callers_follow_without_us() {
    assertThat(allowed("s3:PutObject", "")).containsExactly("PublishFallbackDocumentsFunction");
    assertThat(allowed("s3:DeleteObject", "")).containsExactly("PublishFallbackDocumentsFunction");
  }

  @Test
  void one_function_may_call_the_others() {
    assertThat(allowed("lambda:InvokeFunction", "")).containsExactly("PingFunctionsFunction");
  }

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#domains")
  void a_domain_publishes_events_in_its_own_name_only(StackTemplate domain) {
    var anyDomain = domain.domain().equals("operations"); // it relays the outbox of all
    assertThat(domain.resources("AWS::IAM::Role"))
        .flatMap(role -> role.body().walk().toList())
        .filteredOn(node -> node.at("Action").oneOrMore().contains("events:PutEvents"))
        .allSatisfy(
            statement ->
                assertThat(
                        statement
                            .at(
                                "Condition",
                                anyDomain ? "ForAllValues:StringLike" : "ForAllValues:StringEquals",
                                "events:source")
                            .text())
                    .isEqualTo(anyDomain ? "hekax.*" : "hekax." + domain.domain()));
  }

  /**
   * The ids of all functions whose role allows the action on a resource whose name holds the words.
   */
  private static Set<String> allowed(String action, String words) {
    return StackTemplate.domains()
        .flatMap(
            domain ->
                domain
                    .functions()
                    .filter(
                        function ->
                            statements(domain, function.property("Role").attribute())
                                .anyMatch(statement -> allows(statement, action, words)))
                    .map(StackTemplate.Resource::id))
        .collect(Collectors.toSet());
  }

  private static Stream<StackNode> statements(StackTemplate domain, String roleArn) {
    return domain
        .resource(roleArn.substring(0, roleArn.indexOf('.')))
        .property("Policies")
        .items()
        .stream()
        .flatMap(policy -> policy.at("PolicyDocument", "Statement").items().stream());
  }

  private static boolean allows(StackNode statement, String action, String words) {
    return statement.at("Action").oneOrMore().contains(action)
        && statement.at("Resource").walk().anyMatch(resource -> resource.text().contains(words));
  }
}
