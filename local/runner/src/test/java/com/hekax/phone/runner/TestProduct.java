package com.hekax.phone.runner;

import com.hekax.phone.runner.functions.Functions;
import com.hekax.phone.runner.lambda.LambdaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** A small product of the test functions: its templates, its dashboard and its data folder. */
public final class TestProduct {
  private final Path folder;

  private TestProduct(Path folder) {
    this.folder = folder;
  }

  /** Writes the product's files below a folder. */
  public static TestProduct in(Path folder) throws IOException {
    var product = new TestProduct(folder);
    var template =
        """
        Transform: AWS::Serverless-2016-10-31
        Parameters: {Stage: {Type: String, Default: local}, Outcome: {Type: String, Default: SUCCESS}}
        Globals:
          Function:
            Runtime: java25
            Timeout: 5
            AutoPublishAlias: live
            CodeUri: ${code}
            Environment:
              Variables:
                STAGE: !Ref Stage
                RECORD_FILE: ${folder}/recorded.jsonl
                LIVE_API_ENDPOINT: !Sub 'https://${LiveApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}/live'
                TOKEN_KEY_ID: !GetAtt TokenKey.Arn
        Resources:
          Bus: {Type: AWS::Events::EventBus, Properties: {Name: !Sub 'hekax-${Stage}'}}
          TokenKey: {Type: AWS::KMS::Key, Properties: {EnableKeyRotation: true}}
          TokenKeyAlias: {Type: AWS::KMS::Alias, Properties: {AliasName: alias/token, TargetKeyId: !Ref TokenKey}}
          Objects: {Type: AWS::S3::Bucket, Properties: {BucketName: recordings}}
          OriginSecret:
            Type: AWS::SecretsManager::Secret
            Properties:
              Name: !Sub 'hekax/${Stage}/origin'
              GenerateSecretString: {SecretStringTemplate: '{}', GenerateStringKey: secret, PasswordLength: 48, ExcludePunctuation: true}
          Api:
            Type: AWS::Serverless::HttpApi
            Properties:
              StageName: $default
              Auth:
                DefaultAuthorizer: Session
                Authorizers:
                  Session:
                    FunctionArn: !Ref TokenAuthorizerFunction.Alias
                    AuthorizerPayloadFormatVersion: '2.0'
                    EnableSimpleResponses: true
                    Identity: {Headers: [Authorization], ReauthorizeEvery: 60}
          TokenAuthorizerFunction:
            Type: AWS::Serverless::Function
            Properties: {Handler: com.hekax.phone.runner.functions.TokenAuthorizer}
          EchoFunction:
            Type: AWS::Serverless::Function
            Properties:
              Handler: com.hekax.phone.runner.functions.Handlers$Echo
              Events:
                Open: {Type: HttpApi, Properties: {ApiId: !Ref Api, Method: ANY, Path: '/api/open/{name}', Auth: {Authorizer: NONE}}}
                Closed: {Type: HttpApi, Properties: {ApiId: !Ref Api, Method: GET, Path: /api/closed}}
          PuppetFunction:
            Type: AWS::Serverless::Function
            Properties:
              Handler: com.hekax.phone.runner.functions.Handlers$Puppet
              Events:
                Route: {Type: HttpApi, Properties: {ApiId: !Ref Api, Method: POST, Path: /api/puppet, Auth: {Authorizer: NONE}}}
          MirrorFunction:
            Type: AWS::Serverless::Function
            Properties: {Handler: com.hekax.phone.runner.functions.Handlers$Mirror}
          StumblerFunction:
            Type: AWS::Serverless::Function
            Properties:
              Handler: com.hekax.phone.runner.functions.Handlers$Stumbler
              Events:
                Route: {Type: HttpApi, Properties: {ApiId: !Ref Api, Method: POST, Path: /api/broken, Auth: {Authorizer: NONE}}}
          SleeperFunction:
            Type: AWS::Serverless::Function
            Properties:
              Handler: com.hekax.phone.runner.functions.SlowRoute
              Timeout: 60
              Events:
                Route: {Type: HttpApi, Properties: {ApiId: !Ref Api, Method: GET, Path: /api/slow, Auth: {Authorizer: NONE}}}
          WorkQueue:
            Type: AWS::SQS::Queue
            Properties:
              VisibilityTimeout: 30
              RedrivePolicy: {deadLetterTargetArn: !GetAtt WorkDeadLetterQueue.Arn, maxReceiveCount: 2}
          WorkDeadLetterQueue: {Type: AWS::SQS::Queue}
          SpareQueue: {Type: AWS::SQS::Queue}
          WorkRule:
            Type: AWS::Events::Rule
            Properties:
              EventBusName: !Ref Bus
              EventPattern: {source: [{prefix: hekax.}], detail-type: [LeadCaptured]}
              Targets: [{Id: Queue, Arn: !GetAtt WorkQueue.Arn}, {Id: Spare, Arn: !GetAtt SpareQueue.Arn}]
          WorkFunction:
            Type: AWS::Serverless::Function
            Properties:
              Handler: com.hekax.phone.runner.functions.Recorder
              Events:
                Queue:
                  Type: SQS
                  Properties: {Queue: !GetAtt WorkQueue.Arn, BatchSize: 10, FunctionResponseTypes: [ReportBatchItemFailures]}
          MinuteFunction:
            Type: AWS::Serverless::Function
            Properties:
              Handler: com.hekax.phone.runner.functions.Recorder
              Events:
                Minute: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 minute), Input: '{"minute": true}'}}
          LiveApi:
            Type: AWS::Serverless::WebSocketApi
            Properties:
              StageName: live
              RouteSelectionExpression: $request.body.action
              Routes:
                $connect: {FunctionArn: !Ref SocketFunction.Alias}
                $disconnect: {FunctionArn: !Ref GoodbyeFunction.Alias}
                $default: {FunctionArn: !Ref SocketFunction.Alias}
                subscribe: {FunctionArn: !Ref SocketFunction.Alias}
          SocketFunction:
            Type: AWS::Serverless::Function
            Properties: {Handler: com.hekax.phone.runner.functions.Socket}
          GoodbyeFunction:
            Type: AWS::Serverless::Function
            Properties: {Handler: com.hekax.phone.runner.functions.Recorder}
          ReporterFunction:
            Type: AWS::Serverless::Function
            Properties: {Handler: com.hekax.phone.runner.functions.Reporter}
          Migration:
            Type: Custom::Migration
            Properties: {ServiceToken: !Ref ReporterFunction.Alias, Outcome: !Ref Outcome, Version: 3}
          Headers:
            Type: AWS::CloudFront::ResponseHeadersPolicy
            Properties:
              ResponseHeadersPolicyConfig:
                Name: pages
                SecurityHeadersConfig: {ContentTypeOptions: {Override: true}}
          Distribution:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                Origins:
                  - Id: api
                    DomainName: !Select [2, !Split ['/', !GetAtt Api.ApiEndpoint]]
                    OriginCustomHeaders: [{HeaderName: x-hekax-origin, HeaderValue: !Sub '{{resolve:secretsmanager:${OriginSecret}:SecretString:secret}}'}]
                  - Id: socket
                    DomainName: !Sub '${LiveApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}'
                    OriginCustomHeaders: [{HeaderName: x-hekax-origin, HeaderValue: !Sub '{{resolve:secretsmanager:${OriginSecret}:SecretString:secret}}'}]
                  - {Id: dashboard, DomainName: dashboard.s3.amazonaws.com}
                  - {Id: objects, DomainName: !GetAtt Objects.RegionalDomainName}
                  - {Id: inside, DomainName: !GetAtt Objects.RegionalDomainName, OriginPath: /inside}
                CacheBehaviors:
                  - {PathPattern: '/api/*', TargetOriginId: api, ViewerProtocolPolicy: https-only}
                  - {PathPattern: '/recorded/*', TargetOriginId: objects, ViewerProtocolPolicy: https-only, ResponseHeadersPolicyId: !Ref Headers}
                  - {PathPattern: '/hidden/*', TargetOriginId: inside, ViewerProtocolPolicy: https-only}
                  - {PathPattern: /live, TargetOriginId: socket, ViewerProtocolPolicy: https-only}
                DefaultCacheBehavior: {TargetOriginId: dashboard, ViewerProtocolPolicy: https-only, ResponseHeadersPolicyId: !Ref Headers}
        """
            .replace("${code}", Functions.code().toString())
            .replace("${folder}", folder.toString());
    product.write("template.yaml", template);
    product.write("dashboard/index.html", "<title>HEKAX</title>");
    product.write("dashboard/assets/app-1a2b.js", "start()");
    product.write("secret.txt", "not for the public");
    return product;
  }

  public void write(String file, String text) throws IOException {
    var path = folder.resolve(file);
    Files.createDirectories(path.resolveSibling(""));
    Files.writeString(path, text);
  }

  /** A runner of this product that loses no time. */
  public RunnerBuilder runner() {
    return Runner.builder()
        .template(folder.resolve("template.yaml"))
        .dataFolder(folder.resolve("data"))
        .dashboard(folder.resolve("dashboard"))
        .lambda(new LambdaSettings(8, Duration.ofMinutes(1), List.of(Duration.ofMillis(10))))
        .visibilityTimeout(Duration.ofSeconds(1))
        .integrationLimit(Duration.ofMillis(400));
  }

  /** Everything that functions have recorded. */
  public String recorded() throws IOException {
    var file = folder.resolve("recorded.jsonl");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  /** Waits for something to become true, at most ten seconds. */
  public static void await(Callable<Boolean> condition) throws Exception {
    var limit = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > limit) {
        throw new AssertionError("It did not happen within ten seconds");
      }
      Thread.sleep(20);
    }
  }
}
