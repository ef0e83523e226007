package com.hekax.phone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.architecture.StackTemplate.Resource;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No message is lost, repeated for ever, or left lying without somebody being told. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplateQueueTest {
  private static final int FOURTEEN_DAYS = 14 * 24 * 60 * 60;

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#domains")
  void a_queue_gives_up_after_five_tries_to_a_dead_letter_queue_that_keeps_longer(
      StackTemplate domain) {
    assertThat(sourceQueues(domain))
        .allSatisfy(
            queue -> {
              assertThat(queue.property("RedrivePolicy", "maxReceiveCount").number()).isEqualTo(5);
              var deadLetters = word(queue) + "DeadLetterQueue";
              assertThat(queue.property("RedrivePolicy", "deadLetterTargetArn").attribute())
                  .isEqualTo(deadLetters + ".Arn");
              assertThat(queue.property("MessageRetentionPeriod").number())
                  .isLessThan(FOURTEEN_DAYS);
            });
    assertThat(deadLetterQueues(domain))
        .allSatisfy(
            queue ->
                assertThat(queue.property("MessageRetentionPeriod").number())
                    .isEqualTo(FOURTEEN_DAYS));
  }

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#domains")
  void a_dead_letter_raises_an_alarm_at_once(StackTemplate domain) {
    assertThat(deadLetterQueues(domain))
        .allSatisfy(
            queue ->
                assertThat(alarms(domain, "ApproximateNumberOfMessagesVisible", queue))
                    .singleElement()
                    .satisfies(
                        alarm -> assertThat(alarm.property("Threshold").number()).isEqualTo(1)));
  }

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#domains")
  void a_queue_that_falls_behind_raises_an_alarm(StackTemplate domain) {
    assertThat(sourceQueues(domain))
        .allSatisfy(
            queue -> assertThat(alarms(domain, "ApproximateAgeOfOldestMessage", queue)).hasSize(1));
  }

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#domains")
  void a_worker_has_a_queue_of_its_own_name_hidden_for_six_times_its_timeout(StackTemplate domain) {
    assertThat(domain.functions())
        .filteredOn(function -> function.property("Handler").text().contains(".worker."))
        .allSatisfy(
            worker -> {
              var name = worker.id().replaceFirst("Function$", "Queue");
              assertThat(StackTemplate.events(worker, "SQS"))
                  .singleElement()
                  .satisfies(
                      event -> {
                        assertThat(event.at("Queue").attribute()).isEqualTo(name + ".Arn");
                        assertThat(event.at("FunctionResponseTypes").texts())
                            .containsExactly("ReportBatchItemFailures");
                      });
              assertThat(domain.resource(name).property("VisibilityTimeout").number())
                  .isEqualTo(6 * domain.setting(worker, "Timeout").number());
            });
  }

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#domains")
  void a_queue_takes_events_from_its_own_rule_only(StackTemplate domain) {
    assertThat(sourceQueues(domain))
        .allSatisfy(
            queue -> {
              var rule = domain.resource(word(queue) + "Rule");
              assertThat(rule.property("Targets").items())
                  .singleElement()
                  .satisfies(
                      target -> {
                        assertThat(target.at("Arn").attribute()).isEqualTo(queue.id() + ".Arn");
                        assertThat(target.at("DeadLetterConfig", "Arn").attribute())
                            .isEqualTo(word(queue) + "DeadLetterQueue.Arn");
                      });
              assertThat(
                      domain
                          .resource(word(queue) + "QueuePolicy")
                          .property("PolicyDocument", "Statement")
                          .items())
                  .allSatisfy(
                      statement ->
                          assertThat(
                                  statement
                                      .at("Condition", "ArnEquals", "aws:SourceArn")
                                      .attribute())
                              .isEqualTo(rule.id() + ".Arn"));
            });
  }

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#domains")
  void a_schedule_has_a_role_retries_and_a_dead_letter_queue(StackTemplate domain) {
    assertThat(domain.functions().flatMap(job -> StackTemplate.events(job, "ScheduleV2")))
        .allSatisfy(
            schedule -> {
              assertThat(schedule.at("RoleArn").attribute()).isEqualTo("SchedulesRole.Arn");
              assertThat(schedule.at("RetryPolicy", "MaximumRetryAttempts").isPresent()).isTrue();
              assertThat(schedule.at("DeadLetterConfig", "Arn").attribute())
                  .isEqualTo("SchedulesDeadLetterQueue.Arn");
              // A name would be one for all stages of an account.
              assertThat(schedule.at("OmitName").text()).isEqualTo("true");
            });
  }

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#domains")
  void a_job_on_a_schedule_that_fails_raises_an_alarm(StackTemplate domain) {
    assertThat(domain.functions())
        .filteredOn(job -> StackTemplate.events(job, "ScheduleV2").findAny().isPresent())
        .allSatisfy(
            job ->
                assertThat(domain.resources("AWS::CloudWatch::Alarm"))
                    .filteredOn(alarm -> alarm.property("MetricName").text().equals("Errors"))
                    .flatMap(alarm -> alarm.property("Dimensions").items())
                    .anyMatch(dimension -> dimension.at("Value").ref().equals(job.id())));
  }

  private static Stream<Resource> sourceQueues(StackTemplate domain) {
    return domain.resources("AWS::SQS::Queue").filter(queue -> !isDeadLetterQueue(queue));
  }

  private static Stream<Resource> deadLetterQueues(StackTemplate domain) {
    return domain.resources("AWS::SQS::Queue").filter(TemplateQueueTest::isDeadLetterQueue);
  }

  private static boolean isDeadLetterQueue(Resource queue) {
    return queue.id().endsWith("DeadLetterQueue");
  }

  private static String word(Resource queue) {
    return queue.id().replaceFirst("Queue$", "");
  }

  private static Stream<Resource> alarms(StackTemplate domain, String metric, Resource queue) {
    return domain
        .resources("AWS::CloudWatch::Alarm")
        .filter(alarm -> alarm.property("MetricName").text().equals(metric))
        .filter(
            alarm ->
                alarm.property("Dimensions").items().stream()
                    .anyMatch(
                        dimension ->
                            dimension.at("Value").attribute().equals(queue.id() + ".QueueName")));
  }
}
