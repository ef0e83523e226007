package com.hekax.phone.notifications.worker;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.contracts.AccountMail;
import com.hekax.phone.contracts.AccountMailRequested;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.notifications.email.EmailTest;
import com.hekax.phone.notifications.job.ResendAccountMailsJob;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.sandbox.console.Faults.Fault;
import com.hekax.phone.sandbox.mail.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendAccountMailsWorkerTest extends EmailTest {
  private static final String ADDRESS = "olivia@bright.example";

  /** Those whose link carries a code. */
  private static final Set<AccountMail> WITH_CODE =
      EnumSet.of(
          AccountMail.CONFIRM_SIGN_UP,
          AccountMail.RESET_PASSWORD,
          AccountMail.CONFIRM_EMAIL_CHANGE,
          AccountMail.INVITATION);

  private final TestFunction<SendAccountMailsWorker> accountMails =
      function(SendAccountMailsWorker::new);
  private final TestFunction<ResendAccountMailsJob> resend = function(ResendAccountMailsJob::new);
  private final UUID codeId = UUID.randomUUID();
  private final List<String> log = new CopyOnWriteArrayList<>();

  @BeforeEach
  void given_a_log() {
    Log.to(log::add);
  }

  @AfterEach
  void endLog() {
    Log.toConsole();
  }

  @Nested
  class Given_an_organization_that_does_not_exist_yet {

    @ParameterizedTest
    @CsvSource({
      "CONFIRM_SIGN_UP, /confirm",
      "RESET_PASSWORD, /reset-password",
      "CONFIRM_EMAIL_CHANGE, /confirm-email",
      "INVITATION, /join"
    })
    void when_a_mail_with_a_link_is_requested_then_its_code_is_of_the_id_and_the_kind(
        AccountMail kind, String page) {
      assertThat(accountMails.deliver(requested(kind))).isEmpty();

      var link = "https://phone.example.com" + page + "#" + code(kind);
      var message = onlyMailTo(ADDRESS);
      assertThat(message.text()).contains("\n" + link + "\n").contains("for 30 minutes");
      assertThat(message.html()).contains("href=\"" + link + "\"");
      assertThat(message.to()).containsExactly(ADDRESS);
      assertThat(message.headers()).isEmpty();
      assertThat(delivery())
          .containsEntry("consumer", "account-mail")
          .containsEntry("status", "DELIVERED");
      assertThat(message.idempotencyKey()).contains(String.valueOf(delivery().get("id")));
    }

    @ParameterizedTest
    @EnumSource(AccountMail.class)
    void when_a_mail_of_any_kind_is_requested_then_no_row_and_no_line_holds_a_code(
        AccountMail kind) {
      accountMails.deliver(requested(kind));

      var message = onlyMailTo(ADDRESS);
      assertThat(message.text().contains("#")).isEqualTo(WITH_CODE.contains(kind));
      assertThat(message.html()).contains("This is about");
      assertThat(log).isNotEmpty().noneMatch(line -> line.contains(ADDRESS));
      for (var text :
          List.of(rows("select deliveries::text from deliveries").toString(), log.toString())) {
        assertThat(text).doesNotContain(code(kind)).doesNotContain("#");
      }
    }

    @ParameterizedTest
    @EnumSource(
        value = AccountMail.class,
        names = {"CONFIRM_SIGN_UP", "ALREADY_SIGNED_UP", "NO_ACCOUNT", "CONFIRM_EMAIL_CHANGE"})
    void when_nobody_has_confirmed_the_address_then_nothing_a_stranger_typed_goes_there(
        AccountMail kind) {
      accountMails.deliver(requested(kind));

      assertThat(onlyMailTo(ADDRESS).text()).doesNotContain("Olivia").doesNotContain("Acme");
    }

    @Test
    void when_an_organization_is_erased_then_the_receipt_tells_what_there_was_and_when_it_went() {
      accountMails.deliver(requested(AccountMail.ORGANIZATION_ERASED));

      assertThat(onlyMailTo(ADDRESS).text())
          .contains("019a0000-0000-7000-8000-000000000001")
          .contains("November 24, 2026")
          .contains("December 24, 2026")
          .contains("340")
          .doesNotContain("Olivia");
    }

    @Test
    void when_the_event_comes_three_times_then_there_is_one_mail() {
      var event = requested(AccountMail.RESET_PASSWORD);

      accountMails.deliver(event, event);
      accountMails.deliver(event);

      onlyMailTo(ADDRESS);
    }

    @Test
    void when_a_fact_holds_HTML_then_it_is_text() {
      accountMails.deliver(requested(AccountMail.PASSWORD_CHANGED, "<b>Olivia</b>"));

      assertThat(onlyMailTo(ADDRESS).html())
          .contains("&lt;b&gt;Olivia&lt;/b&gt;")
          .doesNotContain("<b>");
    }
  }

  @Nested
  class Given_Resend_in_trouble {

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500, 503})
    void when_it_works_again_then_the_mail_is_sent_once(int status) {
      fault("resend", status);
      accountMails.deliver(requested(AccountMail.RESET_PASSWORD));
      assertThat(delivery())
          .containsEntry("status", "WAITING")
          .containsEntry("last_status", status);
      sandbox.faults().clear("resend");
      afterAWhile();

      resend.run();
      resend.run();

      onlyMailTo(ADDRESS);
      assertThat(delivery()).containsEntry("status", "DELIVERED").containsEntry("attempts", 2);
    }

    @Test
    void when_it_does_not_answer_in_time_then_the_mail_is_sent_again_and_arrives_once() {
      fault("resend-late", new Fault(0, Duration.ofSeconds(7), Optional.empty()));
      accountMails.deliver(requested(AccountMail.RESET_PASSWORD));
      sandbox.faults().clear("resend-late");
      afterAWhile();

      resend.run();

      onlyMailTo(ADDRESS);
      assertThat(delivery()).containsEntry("status", "DELIVERED").containsEntry("attempts", 2);
    }

    @Test
    void when_it_works_again_only_after_the_link_has_ended_then_nothing_is_sent() {
      fault("resend", 503);
      accountMails.deliver(requested(AccountMail.RESET_PASSWORD));
      sandbox.faults().clear("resend");
      sql(
          """
          update deliveries
             set event = jsonb_set(event, '{validUntil}', to_jsonb(now() - interval '1 second'))
          """);
      afterAWhile();

      resend.run();

      assertThat(mail()).isEmpty();
      assertThat(delivery())
          .containsEntry("status", "FAILED")
          .containsEntry("last_error", "Its link ended before it could be sent.");
    }

    @Test
    void when_a_mail_without_a_link_waits_for_a_day_then_it_is_given_up() {
      fault("resend", 503);
      accountMails.deliver(requested(AccountMail.PASSWORD_CHANGED));
      sandbox.faults().clear("resend");
      sql("update deliveries set created_at = now() - interval '23 hours'");
      afterAWhile();

      resend.run();

      assertThat(mail()).isEmpty();
      assertThat(delivery()).containsEntry("last_error", "It could not be sent within a day.");
    }

    @Test
    void when_members_are_told_of_something_then_the_job_of_accounts_leaves_it_alone() {
      fault("resend", 503);
      worker.deliver(leadCaptured(acme()));
      sandbox.faults().clear("resend");
      afterAWhile();

      resend.run();

      assertThat(mail()).extracting(Message::subject).isEmpty();
    }
  }

  private String code(AccountMail kind) {
    return platform().linkCodes().of(kind, codeId);
  }

  private AccountMailRequested requested(AccountMail kind) {
    return requested(kind, "Olivia");
  }

  private AccountMailRequested requested(AccountMail kind, String name) {
    var now = Instant.now();
    boolean withCode = WITH_CODE.contains(kind);
    return new AccountMailRequested(
        UUID.randomUUID(),
        OrganizationId.create(),
        now,
        kind,
        ADDRESS,
        withCode ? Optional.of(codeId) : Optional.empty(),
        withCode ? Optional.of(now.plus(Duration.ofMinutes(30))) : Optional.empty(),
        Map.ofEntries(
            entry("name", name),
            entry("newAddress", "o•••@bright.example"),
            entry("state", "ON"),
            entry("organization", "Acme"),
            entry("inviter", name),
            entry("role", "ADMIN"),
            entry("day", "December 24, 2026"),
            entry("receipt", "019a0000-0000-7000-8000-000000000001"),
            entry("requestedAt", "2026-11-24T10:00:00Z"),
            entry("erasedAt", "2026-12-24T10:15:00Z"),
            entry("numbers", "1"),
            entry("recordings", "0"),
            entry("calls", "340"),
            entry("leads", "12"),
            entry("people", "3")));
  }
}
