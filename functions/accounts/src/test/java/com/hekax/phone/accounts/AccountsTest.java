package com.hekax.phone.accounts;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.accounts.api.ConfirmSignUpHandler;
import com.hekax.phone.accounts.api.LogInHandler;
import com.hekax.phone.accounts.api.LogOutHandler;
import com.hekax.phone.accounts.api.RefreshSessionHandler;
import com.hekax.phone.accounts.api.SignUpHandler;
import com.hekax.phone.contracts.AccountMail;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestRequest;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.platform.telemetry.Log;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** People who sign up, sign in and stay signed in, as their browsers do it. */
@SuppressWarnings("this-escape") // As in the base: it hands out what needs no subclass.
public abstract class AccountsTest extends DatabaseTest {
  protected static final String PASSWORD = "correct horse battery";
  protected static final String COOKIE = "hekax_refresh";

  protected final TestFunction<SignUpHandler> signUp = function(SignUpHandler::new);
  protected final TestFunction<ConfirmSignUpHandler> confirmSignUp =
      function(ConfirmSignUpHandler::new);
  protected final TestFunction<LogInHandler> logIn = function(LogInHandler::new);
  protected final TestFunction<RefreshSessionHandler> refresh =
      function(RefreshSessionHandler::new);
  protected final TestFunction<LogOutHandler> logOut = function(LogOutHandler::new);

  /** Opens an account of {@code Bright Dental} with the common password, and a session in it. */
  protected final TestResponse signUp(String email) {
    return signUp(email, PASSWORD);
  }

  /** The same with another password. */
  protected final TestResponse signUp(String email, String password) {
    var asked =
        signUp.call(
            request()
                .json(
                    Map.of(
                        "name",
                        "Olivia Owner",
                        "email",
                        email,
                        "password",
                        password,
                        "organizationName",
                        "Bright Dental")));
    assertThat(asked.status()).isEqualTo(202);
    var response = confirm(codeOf(lastMailTo(email)));
    assertThat(response.status()).isEqualTo(201);
    return response;
  }

  protected final TestResponse confirm(String code) {
    return confirmSignUp.call(request().json(Map.of("code", code)));
  }

  /** What people were to be written to an address, oldest first. */
  protected final List<JsonNode> mailsTo(String email) {
    return aws.published("AccountMailRequested").stream()
        .filter(mail -> mail.path("address").asText().equals(email))
        .toList();
  }

  protected final JsonNode lastMailTo(String email) {
    return mailsTo(email).getLast();
  }

  /** What the link of a mail carries. */
  protected final String codeOf(JsonNode mail) {
    return platform()
        .linkCodes()
        .of(
            AccountMail.valueOf(mail.path("kind").asText()),
            UUID.fromString(mail.path("code").asText()));
  }

  protected final TestResponse logIn(String email, String password) {
    return logIn.call(request().json(Map.of("email", email, "password", password)));
  }

  protected final TestResponse refresh(String refreshToken) {
    return refresh.call(withCookie(refreshToken));
  }

  protected static TestRequest withCookie(String refreshToken) {
    return request().cookie(COOKIE, refreshToken);
  }

  protected static String refreshToken(TestResponse response) {
    return response.cookie(COOKIE).orElseThrow();
  }

  protected static DecodedJWT accessToken(TestResponse response) {
    return JWT.decode(response.json().path("accessToken").asText());
  }

  protected final UUID idOf(String email) {
    var person = rows("select id::text from users where email = ?", email).getFirst();
    return UUID.fromString(String.valueOf(person.get("id")));
  }

  /** The cookies as they are set, with all their attributes. */
  protected static List<String> setCookies(TestResponse response) {
    return response.answer().path("cookies").valueStream().map(cookie -> cookie.asText()).toList();
  }

  /** How many passwords are hashed while it is done. */
  protected static long hashesFor(Runnable work) {
    var lines = new CopyOnWriteArrayList<String>();
    Log.to(lines::add);
    try {
      work.run();
    } finally {
      Log.toConsole();
    }
    return lines.stream().filter(line -> line.contains("\"PasswordHashes\":1")).count();
  }

  /** Does it so many times at once. */
  protected static <T> List<T> atOnce(int times, Callable<T> work) {
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = Stream.generate(() -> people.submit(work)).limit(times).toList();
      return running.stream().map(AccountsTest::join).toList();
    }
  }

  /**
   * Does it so many times at the very same moment: rows that the work needs are held until all have
   * come to them.
   *
   * @param rows a query that locks them
   */
  protected final <T> List<T> atTheSameMoment(int times, String rows, Callable<T> work)
      throws SQLException {
    try (var holder = superuser();
        var people = Executors.newVirtualThreadPerTaskExecutor()) {
      holder.setAutoCommit(false);
      try (var lock = holder.prepareStatement(rows)) {
        lock.execute();
      }
      var running = Stream.generate(() -> people.submit(work)).limit(times).toList();
      var deadline = Instant.now().plusSeconds(10);
      while (waitingForALock() < times) {
        assertThat(Instant.now()).isBefore(deadline);
      }
      holder.rollback();
      return running.stream().map(AccountsTest::join).toList();
    }
  }

  private int waitingForALock() {
    return rows("""
            select from pg_stat_activity
             where datname = current_database() and wait_event_type = 'Lock'
            """)
        .size();
  }

  private static <T> T join(Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
