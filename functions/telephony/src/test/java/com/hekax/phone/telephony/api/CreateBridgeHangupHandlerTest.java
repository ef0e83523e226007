package com.hekax.phone.telephony.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.platform.tenancy.OngoingCall;
import com.hekax.phone.telephony.TelephonyTest;
import com.hekax.phone.telephony.TwilioPost;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateBridgeHangupHandlerTest extends TelephonyTest {
  private final TestFunction<CreateBridgeHangupHandler> hangup =
      function(CreateBridgeHangupHandler::new);

  private TestResponse hangsUp(OngoingCall call) {
    return hangup.call(request().as(call).json(Map.of()));
  }

  @Test
  void given_a_call_in_progress_then_Twilio_ends_it() {
    talking();

    assertThat(hangsUp(ongoing()).status()).isEqualTo(202);

    assertThat(twilio.updates())
        .containsExactly(
            Map.of(
                "path",
                "/2010-04-01/Accounts/%s/Calls/%s.json".formatted(TwilioPost.ACCOUNT, CALL),
                "Status",
                "completed"));
  }

  @ParameterizedTest
  @CsvSource({"404,20404", "400,21220"})
  void given_a_call_that_is_over_then_that_is_as_well(int status, int code) {
    talking();
    twilio.fails(status, code);

    assertThat(hangsUp(ongoing()).status()).isEqualTo(202);
    assertThat(twilio.updates()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"429,20429,3", "502,0,3", "401,20003,1", "400,21205,1"})
  void given_that_Twilio_cannot_be_told_then_it_learns_it_when_the_stream_ends(
      int status, int code, int attempts) {
    var talking = talking();
    twilio.fails(status, code);

    var answer = hangsUp(ongoing());

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.problem()).isEqualTo("UNAVAILABLE");
    assertThat(twilio.updates()).hasSize(attempts);
    streamEnds(talking.session()).is(HANG_UP);
  }

  @Test
  void given_a_call_that_was_ended_by_us_then_there_is_nothing_to_do_after_the_stream() {
    var talking = talking();
    hangsUp(ongoing());

    streamEnds(talking.session()).is(HANG_UP);
    streamEnds(talking.session()).is(HANG_UP);

    assertThat(rows("select * from bridge_sessions")).hasSize(1);
  }

  @Test
  void given_a_call_of_another_business_then_there_is_no_such_call() {
    talking();

    assertThat(hangsUp(globex().ongoing(ongoing().call())).status()).isEqualTo(404);
    assertThat(twilio.updates()).isEmpty();
    assertThat(rows("select * from bridge_sessions where hang_up_at is not null")).isEmpty();
  }

  @Test
  void given_a_member_of_the_business_then_it_is_forbidden() {
    talking();

    assertThat(hangup.call(request().as(acme().owner()).json(Map.of())).status()).isEqualTo(403);
    assertThat(hangup.call(request().json(Map.of())).status()).isEqualTo(401);
    assertThat(twilio.updates()).isEmpty();
  }
}
