package com.hekax.phone.runner.template;

import com.hekax.phone.runner.template.TemplateValue.Nothing;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Every resource type the runner accepts, with what {@code Ref} and {@code Fn::GetAtt} give for it.
 * Types that the runner acts on give working values. The others, infrastructure that has no part on
 * this machine, give a value that names itself.
 */
final class ResourceTypes {
  /** How a value of a resource is made. */
  interface Form {
    String of(Stack stack, Resource resource);
  }

  record ResourceType(Form reference, Map<String, Form> attributes) {}

  private static final Map<String, ResourceType> TYPES = new HashMap<>();

  /** The property that names a resource, where the type has one. */
  private static final Map<String, String> NAME_PROPERTIES =
      Map.of(
          "AWS::Serverless::Function", "FunctionName",
          "AWS::SQS::Queue", "QueueName",
          "AWS::Events::EventBus", "Name",
          "AWS::Events::Rule", "Name",
          "AWS::Scheduler::Schedule", "Name",
          "AWS::Scheduler::ScheduleGroup", "Name",
          "AWS::S3::Bucket", "BucketName",
          "AWS::SecretsManager::Secret", "Name",
          "AWS::Serverless::LayerVersion", "LayerName",
          "AWS::Logs::LogGroup", "LogGroupName");

  private static final Form NAME = ResourceTypes::physicalName;

  static {
    actedOn();
    accepted();
  }

  private ResourceTypes() {}

  static ResourceType of(Resource resource) {
    if (resource.isNestedStack()) {
      return new ResourceType(
          (stack, nested) -> Naming.arn("cloudformation", "stack/" + nested.id()), Map.of());
    }
    if (resource.isCustom()) {
      return new ResourceType((stack, custom) -> stack.name() + "-" + custom.id(), Map.of());
    }
    var type = TYPES.get(resource.type());
    if (type == null) {
      throw resource.place().error("the runner does not know the type " + resource.type());
    }
    return type;
  }

  /** The name that AWS would know the resource by: its own if it has one, else stack and id. */
  static String physicalName(Stack stack, Resource resource) {
    var property = NAME_PROPERTIES.get(resource.type());
    if (property != null && !(stack.property(resource, property) instanceof Nothing)) {
      return stack.property(resource, property).asText(property);
    }
    var name = stack.name() + "-" + resource.id();
    return resource.type().equals("AWS::S3::Bucket") ? Naming.apiId("", name) : name;
  }

  private static Form arn(String service, String prefix) {
    return (stack, resource) -> Naming.arn(service, prefix + physicalName(stack, resource));
  }

  private static Form apiId() {
    return (stack, resource) -> Naming.apiId(stack.name(), resource.id());
  }

  private static void actedOn() {
    type("AWS::Serverless::Function", NAME)
        .with("Arn", (stack, function) -> Naming.functionArn(physicalName(stack, function)));
    type(
        "AWS::Serverless::LayerVersion",
        (stack, layer) -> Naming.arn("lambda", "layer:" + physicalName(stack, layer) + ":1"));
    type("AWS::Serverless::HttpApi", apiId())
        .with("ApiId", apiId())
        .with("ApiEndpoint", (stack, api) -> "https://" + Naming.apiHost(apiId().of(stack, api)));
    type("AWS::Serverless::WebSocketApi", apiId())
        .with("ApiId", apiId())
        .with("ApiEndpoint", (stack, api) -> "wss://" + Naming.apiHost(apiId().of(stack, api)));
    type("AWS::SQS::Queue", (stack, queue) -> Naming.queueUrl(physicalName(stack, queue)))
        .with("QueueUrl", (stack, queue) -> Naming.queueUrl(physicalName(stack, queue)))
        .with("QueueName", NAME)
        .with("Arn", arn("sqs", ""));
    type("AWS::Events::EventBus", NAME).with("Name", NAME).with("Arn", arn("events", "event-bus/"));
    type("AWS::Events::Rule", NAME).with("Arn", arn("events", "rule/"));
    type("AWS::Scheduler::Schedule", NAME).with("Arn", arn("scheduler", "schedule/default/"));
    type("AWS::S3::Bucket", NAME)
        .with("Arn", (stack, bucket) -> "arn:aws:s3:::" + physicalName(stack, bucket))
        .with("DomainName", (stack, bucket) -> physicalName(stack, bucket) + ".s3.amazonaws.com")
        .with(
            "RegionalDomainName",
            (stack, bucket) -> Naming.bucketHost(physicalName(stack, bucket)));
    type("AWS::SecretsManager::Secret", arn("secretsmanager", "secret:"))
        .with("Id", arn("secretsmanager", "secret:"));
    type("AWS::KMS::Key", (stack, key) -> stack.name() + "-" + key.id())
        .with("Arn", (stack, key) -> Naming.arn("kms", "key/" + stack.name() + "-" + key.id()))
        .with("KeyId", (stack, key) -> stack.name() + "-" + key.id());
    type(
        "AWS::KMS::Alias",
        (stack, alias) -> stack.property(alias, "AliasName").asText("AliasName"));
    type("AWS::CloudFront::Distribution", NAME)
        .with("Id", NAME)
        .with("DomainName", (stack, distribution) -> "distribution.cloudfront.net");
    type("AWS::CloudFront::ResponseHeadersPolicy", NAME).with("Id", NAME);
  }

  private static void accepted() {
    infrastructure("AWS::ApplicationAutoScaling::ScalableTarget", "Id");
    infrastructure("AWS::ApplicationAutoScaling::ScalingPolicy", "Arn");
    infrastructure("AWS::Budgets::Budget");
    infrastructure("AWS::CertificateManager::Certificate");
    infrastructure("AWS::CloudFront::CachePolicy", "Id");
    infrastructure("AWS::CloudFront::Function", "FunctionARN");
    infrastructure("AWS::CloudFront::OriginAccessControl", "Id");
    infrastructure("AWS::CloudFront::OriginRequestPolicy", "Id");
    infrastructure("AWS::CloudWatch::Alarm", "Arn");
    infrastructure("AWS::CloudWatch::CompositeAlarm", "Arn");
    infrastructure("AWS::CloudWatch::Dashboard");
    infrastructure("AWS::EC2::EIP", "AllocationId", "PublicIp");
    infrastructure("AWS::EC2::FlowLog", "Id");
    infrastructure("AWS::EC2::InternetGateway", "InternetGatewayId");
    infrastructure("AWS::EC2::NatGateway", "NatGatewayId");
    infrastructure("AWS::EC2::Route");
    infrastructure("AWS::EC2::RouteTable", "RouteTableId");
    infrastructure("AWS::EC2::SecurityGroup", "GroupId", "VpcId");
    infrastructure("AWS::EC2::SecurityGroupEgress");
    infrastructure("AWS::EC2::SecurityGroupIngress");
    infrastructure("AWS::EC2::Subnet", "SubnetId", "AvailabilityZone");
    infrastructure("AWS::EC2::SubnetRouteTableAssociation");
    infrastructure("AWS::EC2::VPC", "VpcId", "CidrBlock", "DefaultSecurityGroup");
    infrastructure("AWS::EC2::VPCEndpoint", "Id");
    infrastructure("AWS::EC2::VPCGatewayAttachment");
    infrastructure("AWS::ECR::Repository", "Arn", "RepositoryUri");
    infrastructure("AWS::ECS::Cluster", "Arn");
    infrastructure("AWS::ECS::ClusterCapacityProviderAssociations");
    infrastructure("AWS::ECS::Service", "Name", "ServiceArn");
    infrastructure("AWS::ECS::TaskDefinition", "TaskDefinitionArn");
    infrastructure("AWS::ElasticLoadBalancingV2::Listener", "ListenerArn");
    infrastructure("AWS::ElasticLoadBalancingV2::ListenerRule", "RuleArn");
    infrastructure(
        "AWS::ElasticLoadBalancingV2::LoadBalancer",
        "LoadBalancerArn",
        "DNSName",
        "CanonicalHostedZoneID",
        "LoadBalancerFullName");
    infrastructure(
        "AWS::ElasticLoadBalancingV2::TargetGroup", "TargetGroupArn", "TargetGroupFullName");
    infrastructure("AWS::Events::Archive", "Arn");
    infrastructure("AWS::IAM::ManagedPolicy", "PolicyArn");
    infrastructure("AWS::IAM::Policy");
    infrastructure("AWS::IAM::Role", "Arn", "RoleId");
    infrastructure("AWS::IAM::RolePolicy");
    infrastructure("AWS::Lambda::Permission");
    infrastructure("AWS::Logs::LogGroup", "Arn");
    infrastructure("AWS::Logs::MetricFilter");
    infrastructure("AWS::Logs::QueryDefinition");
    infrastructure("AWS::Logs::ResourcePolicy");
    infrastructure(
        "AWS::RDS::DBInstance",
        "Endpoint.Address",
        "Endpoint.Port",
        "DbiResourceId",
        "DBInstanceArn",
        "MasterUserSecret.SecretArn");
    infrastructure("AWS::RDS::DBParameterGroup", "DBParameterGroupName");
    infrastructure("AWS::RDS::DBProxy", "Endpoint", "DBProxyArn", "VpcId");
    infrastructure("AWS::RDS::DBProxyTargetGroup", "TargetGroupArn");
    infrastructure("AWS::RDS::DBSubnetGroup");
    infrastructure("AWS::Route53::RecordSet");
    infrastructure("AWS::Route53::RecordSetGroup", "Id");
    infrastructure("AWS::S3::BucketPolicy");
    infrastructure("AWS::SNS::Subscription", "Arn");
    infrastructure("AWS::SNS::Topic", "TopicArn", "TopicName");
    infrastructure("AWS::SNS::TopicPolicy", "Id");
    infrastructure("AWS::SQS::QueuePolicy", "Id");
    infrastructure("AWS::SSM::Parameter", "Value");
    infrastructure("AWS::Scheduler::ScheduleGroup", "Arn");
    infrastructure("AWS::SecretsManager::ResourcePolicy");
    infrastructure("AWS::SecretsManager::SecretTargetAttachment");
    infrastructure("AWS::WAFv2::LoggingConfiguration");
    infrastructure("AWS::WAFv2::WebACL", "Arn", "Id");
    infrastructure("AWS::WAFv2::WebACLAssociation");
  }

  private static void infrastructure(String type, String... attributes) {
    var declaration = type(type, NAME);
    for (var attribute : attributes) {
      declaration.with(
          attribute,
          (stack, resource) ->
              attribute.toLowerCase(Locale.ROOT).endsWith("arn")
                  ? arnOfInfrastructure(stack, resource)
                  : physicalName(stack, resource) + "." + attribute);
    }
  }

  /** An ARN of the usual seven parts, because templates take ARNs apart. */
  private static String arnOfInfrastructure(Stack stack, Resource resource) {
    var type = List.of(resource.type().toLowerCase(Locale.ROOT).split("::", -1));
    return Naming.arn(type.get(1), type.getLast() + ":" + physicalName(stack, resource));
  }

  private static Declaration type(String type, Form reference) {
    var attributes = new LinkedHashMap<String, Form>();
    TYPES.put(type, new ResourceType(reference, attributes));
    return new Declaration(attributes);
  }

  private record Declaration(Map<String, Form> attributes) {
    Declaration with(String attribute, Form form) {
      attributes.put(attribute, form);
      return this;
    }
  }
}
