package com.hekax.phone.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.platform.tenancy.Permission;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RateClassTest {

  @ParameterizedTest
  @CsvSource({
    "POST /api/twilio/incoming, OF_CALLS",
    "POST /api/bridge/sessions, OF_CALLS",
    "POST /api/auth/login, SIGN_IN",
    "POST /api/auth/login/second-step, SIGN_IN",
    "POST /api/auth/signup, SIGN_IN",
    "POST /api/auth/signup/confirm, SIGN_IN",
    "POST /api/auth/password-resets/redeem, SIGN_IN",
    "POST /api/auth/invitations/look-up, SIGN_IN",
    "POST /api/auth/refresh, KEEPING_SIGNED_IN",
    "POST /api/auth/logout, KEEPING_SIGNED_IN",
    "PUT /api/me/password, CONFIRMED",
    "POST /api/me/two-step/disable, CONFIRMED",
    "POST /api/me/email-changes, CONFIRMED",
    "POST /api/team/ownership, CONFIRMED",
    "POST /api/organization/closing, CONFIRMED",
    "GET /api/organization/closing, ORDINARY",
    "POST /api/live/tickets, TICKETS",
    "GET /api/audit-log/export, EXPENSIVE",
    "POST /api/team/invitations, EXPENSIVE",
    "POST /api/team/invitations/{invitationId}/resend, EXPENSIVE",
    "GET /api/team/invitations, ORDINARY",
    "GET /api/me, ORDINARY",
    "GET /api/leads/{leadId}, ORDINARY",
    "GET /.well-known/jwks.json, ORDINARY"
  })
  void a_route_is_of_one_class(String route, RateClass expected) {
    assertThat(RateClass.of(route, Permission.SIGNED_IN)).isEqualTo(expected);
  }

  @Test
  void what_only_calls_may_ask_is_of_calls_whatever_its_path() {
    assertThat(RateClass.of("POST /api/leads/tools/capture-lead", Permission.CALL))
        .isEqualTo(RateClass.OF_CALLS);
  }

  @Test
  void calls_are_never_counted() {
    assertThat(RateClass.OF_CALLS.quotas()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = RateClass.class, mode = EnumSource.Mode.EXCLUDE, names = "OF_CALLS")
  void a_request_comes_back_in_whole_milliseconds(RateClass rateClass) {
    assertThat(rateClass.quotas().values())
        .isNotEmpty()
        .allSatisfy(quota -> assertThat(quota.window().toMillis() % quota.requests()).isZero());
  }
}
