package com.hekax.phone.runner.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ApplicationTest {
  @TempDir Path folder;

  @Nested
  class Given_a_root_with_two_nested_stacks {
    private Application application() {
      write(
          "template.yaml",
          """
          Transform: AWS::Serverless-2016-10-31
          Parameters:
            Stage: {Type: String, AllowedValues: [local, prod]}
          Conditions:
            IsProd: !Equals [!Ref Stage, prod]
          Resources:
            Bus: {Type: AWS::Events::EventBus, Properties: {Name: !Sub 'hekax-${Stage}'}}
            Platform: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: layers/platform}}
            Leads:
              Type: AWS::Serverless::Application
              Properties:
                Location: leads/template.yaml
                Parameters:
                  Stage: !Ref Stage
                  BusName: !Ref Bus
                  PlatformArn: !Ref Platform
                  AuthorizerArn: !GetAtt Accounts.Outputs.AuthorizerArn
            Accounts:
              Type: AWS::Serverless::Application
              Properties: {Location: accounts/template.yaml}
            Backup: {Type: AWS::S3::Bucket, Condition: IsProd}
          """);
      write(
          "accounts/template.yaml",
          """
          Globals: {Function: {Runtime: java25, AutoPublishAlias: live, CodeUri: target/accounts.jar}}
          Resources:
            SessionAuthorizerFunction:
              Type: AWS::Serverless::Function
              Properties: {Handler: example.SessionAuthorizer}
          Outputs:
            AuthorizerArn: {Value: !Ref SessionAuthorizerFunction.Alias}
          """);
      write(
          "leads/template.yaml",
          """
          Parameters:
            Stage: {Type: String}
            BusName: {Type: String}
            PlatformArn: {Type: String}
            AuthorizerArn: {Type: String}
          Globals:
            Function:
              Runtime: java25
              Timeout: 15
              CodeUri: target/leads.jar
              Layers: [!Ref PlatformArn]
              Environment: {Variables: {STAGE: !Ref Stage, EVENT_BUS_NAME: !Ref BusName}}
          Resources:
            Api:
              Type: AWS::Serverless::HttpApi
              Properties:
                StageName: $default
                Auth:
                  DefaultAuthorizer: Session
                  Authorizers:
                    Session:
                      FunctionArn: !Ref AuthorizerArn
                      AuthorizerPayloadFormatVersion: '2.0'
                      EnableSimpleResponses: true
                      Identity: {Headers: [Authorization], ReauthorizeEvery: 60}
            SyncQueue:
              Type: AWS::SQS::Queue
              Properties:
                VisibilityTimeout: 90
                RedrivePolicy: {deadLetterTargetArn: !GetAtt SyncDeadLetterQueue.Arn, maxReceiveCount: 5}
            SyncDeadLetterQueue: {Type: AWS::SQS::Queue}
            SyncRule:
              Type: AWS::Events::Rule
              Properties:
                EventBusName: !Ref BusName
                EventPattern: {source: [hekax.leads], detail-type: [LeadCaptured]}
                Targets: [{Id: Queue, Arn: !GetAtt SyncQueue.Arn}]
            ListLeadsFunction:
              Type: AWS::Serverless::Function
              Properties:
                Handler: example.ListLeadsHandler
                Timeout: 5
                Environment: {Variables: {PAGE: 20}}
                Events:
                  Route: {Type: HttpApi, Properties: {ApiId: !Ref Api, Method: GET, Path: /api/leads}}
                  Open:
                    Type: HttpApi
                    Properties: {ApiId: !Ref Api, Method: get, Path: /open, Auth: {Authorizer: NONE}}
            SyncFunction:
              Type: AWS::Serverless::Function
              Properties:
                Handler: example.SyncWorker
                Events:
                  Queue:
                    Type: SQS
                    Properties:
                      Queue: !GetAtt SyncQueue.Arn
                      BatchSize: 10
                      FunctionResponseTypes: [ReportBatchItemFailures]
                  Minute: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 minute)}}
          """);
      return Application.read(folder.resolve("template.yaml"), Map.of("Stage", "local"));
    }

    @Test
    void then_globals_and_own_properties_of_a_function_are_merged() {
      var list = function(application(), "ListLeadsFunction");

      assertThat(list.name()).isEqualTo("hekax-local-Leads-ListLeadsFunction");
      assertThat(list.timeout()).isEqualTo(Duration.ofSeconds(5));
      assertThat(list.environment())
          .isEqualTo(Map.of("STAGE", "local", "EVENT_BUS_NAME", "hekax-local", "PAGE", "20"));
      assertThat(list.code()).isEqualTo(folder.resolve("leads/target/leads.jar"));
      assertThat(list.layers()).containsExactly(folder.resolve("layers/platform"));
    }

    @Test
    void then_routes_carry_the_authorizer_of_the_other_stack_unless_they_say_none() {
      var routes = application().httpApis().getFirst().routes();

      assertThat(routes)
          .extracting(Application.HttpRoute::key)
          .containsExactly("GET /api/leads", "GET /open");
      assertThat(routes.get(0).authorizer())
          .hasValueSatisfying(
              authorizer -> {
                assertThat(authorizer.function())
                    .isEqualTo("hekax-local-Accounts-SessionAuthorizerFunction");
                assertThat(authorizer.cacheTime()).isEqualTo(Duration.ofMinutes(1));
              });
      assertThat(routes.get(1).authorizer()).isEmpty();
    }

    @Test
    void then_queues_rules_and_schedules_are_connected_by_name() {
      var application = application();

      assertThat(application.queues().getFirst().redrive())
          .hasValue(new Application.Redrive("hekax-local-Leads-SyncDeadLetterQueue", 5));
      assertThat(application.queueTriggers().getFirst().queue())
          .isEqualTo("hekax-local-Leads-SyncQueue");
      assertThat(application.rules().getFirst().bus()).isEqualTo("hekax-local");
      assertThat(application.rules().getFirst().pattern())
          .isEqualTo("{\"source\":[\"hekax.leads\"],\"detail-type\":[\"LeadCaptured\"]}");
      assertThat(application.schedules().getFirst().expression()).isEqualTo("rate(1 minute)");
    }

    @Test
    void then_what_a_condition_excludes_does_not_exist() {
      assertThat(application().buckets()).isEmpty();
    }
  }

  @Nested
  class Given_something_the_runner_does_not_know {
    @Test
    void when_it_is_a_type_then_the_error_names_file_line_and_id() {
      assertThatThrownBy(() -> read("Resources:\n  Table: {Type: AWS::DynamoDB::Table}\n"))
          .isInstanceOf(TemplateException.class)
          .hasMessage(
              "template.yaml:2 Table: the runner does not know the type AWS::DynamoDB::Table");
    }

    @Test
    void when_it_is_a_property_then_the_error_names_it() {
      assertThatThrownBy(
              () ->
                  read(
                      """
                      Resources:
                        Jobs:
                          Type: AWS::SQS::Queue
                          Properties:
                            VisibilityTimeOut: 3
                      """))
          .hasMessage(
              "template.yaml:5 Jobs: the runner does not know the property VisibilityTimeOut of"
                  + " AWS::SQS::Queue");
    }

    @Test
    void when_it_is_an_intrinsic_then_the_error_names_it() {
      assertThatThrownBy(
              () ->
                  read(
                      "Resources:\n  Jobs: {Type: AWS::SQS::Queue, Properties: {QueueName: !ImportValue x}}"))
          .hasMessageContaining("does not know the intrinsic function Fn::ImportValue");
    }

    @Test
    void when_it_is_an_attribute_then_the_error_names_it() {
      assertThatThrownBy(
              () ->
                  read(
                      """
                      Resources:
                        Jobs: {Type: AWS::SQS::Queue, Properties: {QueueName: !GetAtt Network.Colour}}
                        Network: {Type: AWS::EC2::VPC}
                      """))
          .hasMessageContaining("template.yaml:2 Jobs")
          .hasMessageContaining("attribute Colour of AWS::EC2::VPC");
    }

    @Test
    void when_it_is_an_event_type_then_the_error_names_it() {
      assertThatThrownBy(
              () ->
                  read(
                      """
                      Resources:
                        Watch:
                          Type: AWS::Serverless::Function
                          Properties:
                            CodeUri: x.jar
                            Handler: x.X
                            Events: {Stream: {Type: Kinesis, Properties: {}}}
                      """))
          .hasMessageContaining("Watch: the runner does not know the event type Kinesis");
    }

    @Test
    void when_values_need_each_other_then_the_circle_is_told() {
      assertThatThrownBy(
              () ->
                  read(
                      """
                      Resources:
                        One: {Type: AWS::Serverless::Application, Properties: {Location: one.yaml, Parameters: {In: !GetAtt One.Outputs.Out}}}
                      """,
                      "one.yaml",
                      """
                      Parameters: {In: {Type: String}}
                      Resources:
                        Jobs: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref In}}
                      Outputs: {Out: {Value: !Ref In}}
                      """))
          .hasMessageContaining("these need each other");
    }
  }

  @Nested
  class Given_intrinsics {
    @Test
    void then_each_is_worked_out_as_CloudFormation_does() {
      var application =
          read(
              """
              Parameters: {Names: {Type: CommaDelimitedList, Default: 'one, two'}}
              Mappings: {Sizes: {local: {Count: 7}}}
              Conditions:
                Always: !Equals [a, a]
                Never: !Not [!Condition Always]
                Both: !And [!Condition Always, !Condition Always]
                Either: !Or [!Condition Never, !Condition Both]
              Resources:
                Api: {Type: AWS::Serverless::HttpApi}
                Probe:
                  Type: AWS::Serverless::Function
                  Properties:
                    CodeUri: x.jar
                    Handler: x.X
                    Environment:
                      Variables:
                        JOINED: !Join ['-', !Ref Names]
                        HOST: !Select [2, !Split ['/', !GetAtt Api.ApiEndpoint]]
                        SUB: !Sub ['${Word} ${!Kept} ${AWS::Region}', {Word: !Select [1, !Ref Names]}]
                        MAPPED: !FindInMap [Sizes, local, Count]
                        CHOSEN: !If [Either, yes-chosen, no]
                        GONE: !If [Never, x, !Ref AWS::NoValue]
                        ENCODED: !Base64 hi
              """);

      assertThat(function(application, "Probe").environment())
          .isEqualTo(
              Map.of(
                  "JOINED", "one-two",
                  "HOST", "hekaxlocalapi.execute-api.us-east-1.amazonaws.com",
                  "SUB", "two ${Kept} us-east-1",
                  "MAPPED", "7",
                  "CHOSEN", "yes-chosen",
                  "ENCODED", "aGk="));
    }
  }

  private static Application.LambdaFunction function(Application application, String id) {
    return application.functions().stream()
        .filter(function -> function.logicalId().equals(id))
        .findAny()
        .orElseThrow();
  }

  private Application read(String root, String... others) {
    write("template.yaml", root);
    for (var index = 0; index < others.length; index += 2) {
      write(others[index], others[index + 1]);
    }
    return Application.read(folder.resolve("template.yaml"), Map.of());
  }

  private void write(String file, String text) {
    try {
      var path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Test
  void the_events_of_the_default_bus_need_no_declaration() {
    assertThat(read("Resources: {Jobs: {Type: AWS::SQS::Queue}}").eventBuses())
        .isEqualTo(List.of("default"));
  }
}
