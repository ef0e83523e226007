package com.hekax.phone.runner.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hekax.phone.runner.template.Application.Rule;
import com.hekax.phone.runner.template.Application.Schedule;
import com.hekax.phone.runner.template.Application.Target;
import com.hekax.phone.runner.template.TemplateValue.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads event buses, rules and schedules, whether resources or events of a function. */
final class EventReader {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> TARGET_IGNORED = Set.of("Id", "RoleArn");
  private static final Set<String> BUS_IGNORED =
      Set.of("Name", "Description", "Tags", "KmsKeyIdentifier", "DeadLetterConfig", "LogConfig");
  private static final int DEFAULT_RETRIES = 185;

  private final List<String> buses = new ArrayList<>(List.of("default"));
  private final List<Rule> rules = new ArrayList<>();
  private final List<Schedule> schedules = new ArrayList<>();

  List<String> buses() {
    return List.copyOf(buses);
  }

  List<Rule> rules() {
    return List.copyOf(rules);
  }

  List<Schedule> schedules() {
    return List.copyOf(schedules);
  }

  void readBus(Stack stack, Resource resource) {
    ApplicationReader.reader(stack, resource).ignore(BUS_IGNORED).finish();
    buses.add(ResourceTypes.physicalName(stack, resource));
  }

  void readRule(Stack stack, Resource resource) {
    var reader = ApplicationReader.reader(stack, resource);
    reader.ignore(List.of("Name", "Description", "RoleArn", "Tags"));
    var enabled = reader.text("State").orElse("ENABLED").equals("ENABLED");
    var rule =
        new Rule(
            ResourceTypes.physicalName(stack, resource),
            resource.place(),
            Naming.lastPart(reader.text("EventBusName").orElse("default")),
            json(reader.get("EventPattern")),
            reader.list("Targets").stream().map(EventReader::target).toList());
    reader.finish();
    if (enabled) {
      rules.add(rule);
    }
  }

  void readFunctionRule(Stack stack, Resource function, String id, PropertyReader properties) {
    var arn = ResourceTypes.of(function).attributes().get("Arn");
    properties.ignore(List.of("RetryPolicy", "RuleName"));
    rules.add(
        new Rule(
            stack.name() + "-" + function.id() + id,
            properties.place(),
            Naming.lastPart(properties.text("EventBusName").orElse("default")),
            json(properties.get("Pattern")),
            List.of(
                new Target(
                    arn == null ? "" : arn.of(stack, function),
                    properties.text("Input"),
                    deadLetterQueue(properties)))));
  }

  void readSchedule(Stack stack, Resource resource) {
    var reader = ApplicationReader.reader(stack, resource);
    reader.ignore(List.of("Name", "Description", "GroupName", "FlexibleTimeWindow", "KmsKeyArn"));
    var target = reader.inside("Target").ignore(TARGET_IGNORED);
    schedules.add(
        new Schedule(
            ResourceTypes.physicalName(stack, resource),
            resource.place(),
            reader.requiredText("ScheduleExpression"),
            reader.text("ScheduleExpressionTimezone").orElse("UTC"),
            reader.text("State").orElse("ENABLED").equals("ENABLED"),
            new Target(
                target.requiredText("Arn"),
                target.find("Input").map(EventReader::json),
                deadLetterQueue(target)),
            retries(target)));
    target.finish();
    reader.finish();
  }

  void readFunctionSchedule(Stack stack, Resource function, String id, PropertyReader properties) {
    var arn = ResourceTypes.of(function).attributes().get("Arn");
    properties.ignore(
        List.of(
            "Description",
            "FlexibleTimeWindow",
            "GroupName",
            "KmsKeyArn",
            "OmitName",
            "PermissionsBoundary",
            "RoleArn"));
    schedules.add(
        new Schedule(
            properties.text("Name").orElse(stack.name() + "-" + function.id() + id),
            properties.place(),
            properties.requiredText("ScheduleExpression"),
            properties.text("ScheduleExpressionTimezone").orElse("UTC"),
            properties.text("State").orElse("ENABLED").equals("ENABLED"),
            new Target(
                arn == null ? "" : arn.of(stack, function),
                properties.find("Input").map(EventReader::json),
                deadLetterQueue(properties)),
            retries(properties)));
  }

  private static Target target(TemplateValue value) {
    var reader = new PropertyReader(value.asFields("A target"), "target").ignore(TARGET_IGNORED);
    reader.ignore(List.of("RetryPolicy"));
    var target =
        new Target(
            reader.requiredText("Arn"),
            reader.find("Input").map(EventReader::json),
            deadLetterQueue(reader));
    reader.finish();
    return target;
  }

  private static Optional<String> deadLetterQueue(PropertyReader reader) {
    var config = reader.inside("DeadLetterConfig");
    config.expect("Type", "SQS");
    var arn = config.text("Arn");
    config.finish();
    return arn;
  }

  private static int retries(PropertyReader reader) {
    var policy = reader.inside("RetryPolicy").ignore(List.of("MaximumEventAgeInSeconds"));
    var attempts = policy.integer("MaximumRetryAttempts", DEFAULT_RETRIES);
    policy.finish();
    return attempts;
  }

  /** A map as JSON; text is taken to be JSON already. */
  private static String json(TemplateValue value) {
    if (value instanceof Scalar text) {
      return text.text();
    }
    try {
      return JSON.writeValueAsString(value.plain());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
