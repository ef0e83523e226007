package com.hekax.phone.calls.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.platform.tenancy.Principal;
import com.hekax.phone.platform.tenancy.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TakeMessageHandlerTest extends DatabaseTest {
  private static final Map<String, String> MESSAGE =
      Map.of(
          "message", "The lab called about the crown.",
          "name", "Maria Lopez",
          "phone", "+14155550132",
          "forWhom", "Dana");

  private final TestFunction<TakeMessageHandler> take = function(TakeMessageHandler::new);
  private CallId call = CallId.create();

  @BeforeEach
  void given_a_call_without_messages() {
    sql("delete from call_messages");
    sql("delete from outbox");
    call = CallId.create();
  }

  private TestResponse take(Principal who, String key, Map<String, ?> message) {
    return take.call(request().as(who).header("idempotency-key", key).json(message));
  }

  private List<JsonNode> announced() {
    return aws.published("MessageTaken").stream()
        .filter(event -> event.path("call").asText().equals(call.toString()))
        .toList();
  }

  @Nested
  class Given_a_caller_who_leaves_a_message {

    @Test
    void when_it_is_taken_then_the_model_is_told_its_id_and_it_is_kept_for_the_call() {
      var response = take(acme().ongoing(call), "call_key_1", MESSAGE);

      assertThat(response.status()).isEqualTo(200);
      assertThat(response.json().path("ok").asBoolean()).isTrue();
      assertThat(rows("select * from call_messages"))
          .singleElement()
          .satisfies(
              row ->
                  assertThat(row)
                      .containsEntry("organization_id", acme().id().value())
                      .containsEntry("call_id", call.value())
                      .containsEntry("message", "The lab called about the crown.")
                      .containsEntry("name", "Maria Lopez")
                      .containsEntry("phone", "+14155550132")
                      .containsEntry("for_whom", "Dana")
                      .hasEntrySatisfying(
                          "id",
                          id ->
                              assertThat(response.json().path("messageId").asText())
                                  .isEqualTo(id.toString())));
    }

    @Test
    void when_it_is_taken_then_it_is_announced_once_with_all_of_it() {
      var id = take(acme().ongoing(call), "call_key_1", MESSAGE).json().path("messageId");

      assertThat(announced())
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.path("organization").asText()).isEqualTo(acme().id().toString());
                assertThat(event.path("messageId")).isEqualTo(id);
                assertThat(event.path("message").asText())
                    .isEqualTo("The lab called about the crown.");
                assertThat(event.path("name").asText()).isEqualTo("Maria Lopez");
                assertThat(event.path("phone").asText()).isEqualTo("+14155550132");
                assertThat(event.path("forWhom").asText()).isEqualTo("Dana");
              });
      assertThat(rows("select correlation_id from outbox"))
          .containsExactly(Map.of("correlation_id", call.toString()));
    }

    @Test
    void when_the_bus_refuses_then_it_is_kept_and_its_event_waits() {
      aws.refuseEvents(true);
      try {
        assertThat(take(acme().ongoing(call), "call_key_1", MESSAGE).status()).isEqualTo(200);
      } finally {
        aws.refuseEvents(false);
      }

      assertThat(rows("select type from outbox where published_at is null"))
          .containsExactly(Map.of("type", "MessageTaken"));
    }

    @Test
    void when_the_tool_call_is_repeated_then_the_same_message_is_told_again() {
      var first = take(acme().ongoing(call), "call_key_1", MESSAGE);
      var second = take(acme().ongoing(call), "call_key_1", MESSAGE);

      assertThat(second.json()).isEqualTo(first.json());
      assertThat(rows("select from call_messages")).hasSize(1);
      assertThat(announced()).hasSize(1);
    }

    @Test
    void when_there_is_another_tool_call_then_there_is_another_message() {
      take(acme().ongoing(call), "call_key_1", MESSAGE);
      take(acme().ongoing(call), "call_key_2", MESSAGE);

      assertThat(rows("select from call_messages")).hasSize(2);
    }

    @Test
    void when_another_call_has_the_same_key_then_each_has_its_message() {
      take(acme().ongoing(call), "call_key_1", MESSAGE);
      take(globex().ongoing(CallId.create()), "call_key_1", MESSAGE);

      assertThat(rows("select distinct organization_id from call_messages")).hasSize(2);
    }
  }

  @Nested
  class Given_arguments_that_the_tool_does_not_take {

    @ParameterizedTest
    @CsvSource({"message, ' '", "phone, 415-555-0132", "phone, ''", "urgency, high"})
    void when_they_are_sent_then_the_model_is_told_which(String field, String value) {
      var arguments = new java.util.HashMap<>(MESSAGE);
      arguments.put(field, value);

      var response = take(acme().ongoing(call), "call_key_1", arguments);

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.wrongFields()).containsExactly(field);
      assertThat(rows("select from call_messages")).isEmpty();
      assertThat(announced()).isEmpty();
    }

    @Test
    void when_only_the_message_is_known_then_that_is_enough() {
      var response = take(acme().ongoing(call), "call_key_1", Map.of("message", "Call me back."));

      assertThat(response.status()).isEqualTo(200);
      assertThat(announced().getFirst().path("name").isNull()).isTrue();
    }
  }

  @Nested
  class Given_somebody_who_is_no_call {

    @ParameterizedTest
    @EnumSource
    void when_a_member_asks_then_it_is_forbidden_in_any_role(Role role) {
      assertThat(take(acme().as(role), "call_key_1", MESSAGE).status()).isEqualTo(403);
      assertThat(rows("select from call_messages")).isEmpty();
    }

    @Test
    void when_nobody_asks_then_it_is_401() {
      assertThat(take.call(request().json(MESSAGE)).status()).isEqualTo(401);
    }
  }
}
