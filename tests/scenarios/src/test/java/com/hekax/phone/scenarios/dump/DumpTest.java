package com.hekax.phone.scenarios.dump;

import static com.hekax.phone.scenarios.Eventually.eventually;
import static com.hekax.phone.scenarios.Eventually.eventuallyThere;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.platform.json.Json;
import com.hekax.phone.scenarios.TestProduct;
import com.hekax.phone.start.Product;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Somebody uses all that gives out a secret, and each stays good: passwords, sessions, links in
 * mails, keys, authenticators, connections. Then neither the database nor the logs hold any of
 * them, nor any secret of the product's own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DumpTest {
  private static final String EMAIL = "vera@dump.example";
  private static final String PASSWORD = "unwritten-paper-lantern";
  private static final Pattern LINK = Pattern.compile("#([A-Za-z0-9_-]{64})");

  private final LiveSecrets secrets = new LiveSecrets();
  private final Path folder;
  private final Product product;

  DumpTest() throws Exception {
    folder = TestProduct.folder();
    product = TestProduct.start(folder, change -> change);
  }

  @BeforeAll
  void given_somebody_who_was_entrusted_with_everything() throws Exception {
    try (var browser = new Browser(product.runner().baseUri())) {
      signUp(browser);
      signInAndGoOn(browser);
      askForLinks(browser);
      makeKeysAndWebhooks(browser);
      takeASecondStep(browser);
    }
    product.sandbox().hubSpot().tokens().forEach(token -> secrets.add("HubSpot " + token, token));
    product.sandbox().slack().tokens().forEach(token -> secrets.add("Slack " + token, token));
    addOwnSecrets();
  }

  @AfterAll
  void stop() {
    product.close();
  }

  @Test
  void the_secrets_are_those_that_were_given_out() {
    assertThat(secrets.names())
        .contains(
            "password",
            "first access token",
            "refresh token",
            "link of RESET_PASSWORD",
            "link of CONFIRM_EMAIL_CHANGE",
            "link of INVITATION",
            "API key",
            "webhook secret",
            "ticket",
            "authenticator",
            "recovery code 0",
            "challenge",
            "own jwt.keys.0.privateKey",
            "own codes.secret",
            "own origin.secret");
    assertThat(secrets.names())
        .anyMatch(name -> name.startsWith("HubSpot"))
        .anyMatch(name -> name.startsWith("Slack"));
  }

  @Test
  void a_dump_of_the_database_shows_none() throws Exception {
    var dump = dump();

    assertThat(dump.shows(secrets)).isEmpty();
    for (var table :
        List.of(
            "users",
            "sessions",
            "outbox",
            "audit_log",
            "deliveries",
            "delivery_attempts",
            "crm_connections",
            "slack_connections",
            "webhooks",
            "api_keys",
            "two_steps",
            "recovery_codes")) {
      assertThat(dump.count(table)).as(table).isPositive();
    }
  }

  @Test
  void the_log_shows_none() throws Exception {
    var log = Files.readString(folder.resolve("product.log"));

    assertThat(secrets.foundIn(log)).isEmpty();
    assertThat(log).contains("POST /api/auth/login", "DeliverWebhooks", "SendAccountMails");
  }

  @ParameterizedTest
  @ValueSource(strings = {"API key", "authenticator", "webhook secret"})
  void one_that_did_stand_there_would_be_seen_however_it_is_written(String what) throws Exception {
    var secret = secrets.secret(what);

    assertThat(shownOf(HexFormat.of().formatHex(secret))).anyMatch(one -> one.contains(what));
    assertThat(shownOf("x" + Base64.getEncoder().encodeToString(secret)))
        .anyMatch(one -> one.contains(what));
  }

  @Test
  void a_key_of_many_lines_would_be_seen_within_JSON_too() throws Exception {
    var what = "own jwt.keys.0.privateKey";
    var pem = new String(secrets.secret(what), StandardCharsets.UTF_8);

    assertThat(shownOf(pem)).contains("public.planted: " + what + " as text");
    assertThat(shownOf(Json.write(Map.of("event", Json.write(Map.of("key", pem))))))
        .contains("public.planted: " + what + " as JSON in JSON");
  }

  /** What would be seen of a text that stood in some table. */
  private List<String> shownOf(String written) throws Exception {
    try (var superuser = product.database().superuser(product.databaseName())) {
      superuser.setAutoCommit(false);
      try (var create = superuser.createStatement()) {
        create.execute("create table public.planted (value text)");
      }
      try (var plant = superuser.prepareStatement("insert into public.planted values (?)")) {
        plant.setString(1, written);
        plant.execute();
      }
      var shown = Dump.of(superuser).shows(secrets);
      superuser.rollback();
      return shown;
    }
  }

  private Dump dump() throws Exception {
    try (var superuser = product.database().superuser(product.databaseName())) {
      return Dump.of(superuser);
    }
  }

  private void signUp(Browser browser) throws Exception {
    secrets.add("password", PASSWORD);
    browser.post(
        "/api/auth/signup",
        Map.of(
            "name",
            "Vera Vault",
            "email",
            EMAIL,
            "password",
            PASSWORD,
            "organizationName",
            "Paper Lanterns"),
        202);
    browser.post("/api/auth/signup/confirm", Map.of("code", linkTo(EMAIL, "/confirm#")), 201);
    secrets.add("first access token", signature(browser.accessToken()));
  }

  private void signInAndGoOn(Browser browser) {
    browser.post("/api/auth/login", Map.of("email", EMAIL, "password", "not " + PASSWORD), 401);
    browser.post("/api/auth/login", Map.of("email", EMAIL, "password", PASSWORD), 200);
    secrets.add("access token", signature(browser.accessToken()));
    browser.post("/api/auth/refresh", Map.of(), 200);
    secrets.add("renewed access token", signature(browser.accessToken()));
    secrets.add("refresh token", browser.refreshToken());
  }

  private void askForLinks(Browser browser) throws Exception {
    browser.post("/api/auth/password-resets", Map.of("email", EMAIL), 202);
    addLink("RESET_PASSWORD", linkTo(EMAIL, "/reset-password#"));
    browser.post(
        "/api/me/email-changes", Map.of("email", "new." + EMAIL, "password", PASSWORD), 202);
    addLink("CONFIRM_EMAIL_CHANGE", linkTo("new." + EMAIL, "/confirm-email#"));
    browser.post(
        "/api/team/invitations",
        Map.of("invitations", List.of(Map.of("email", "guest@dump.example", "role", "AGENT"))),
        201);
    addLink("INVITATION", linkTo("guest@dump.example", "/join#"));
  }

  private void makeKeysAndWebhooks(Browser browser) throws Exception {
    var key =
        browser.post(
            "/api/organization/api-keys",
            Map.of("name", "Nightly export", "scopes", List.of("LEADS_READ")),
            201);
    secrets.add("API key", key.path("key").asText());
    secrets.add("end of API key", key.path("key").asText().substring(13));
    var receiver = product.sandbox().uri() + "/webhook-receiver/dump";
    var webhook =
        browser.post(
            "/api/webhooks", Map.of("url", receiver, "eventTypes", List.of("lead.captured")), 201);
    secrets.add("webhook secret", webhook.path("secret").asText());
    secrets.add(
        "bytes of webhook secret",
        Base64.getDecoder().decode(webhook.path("secret").asText().substring(6)));
    secrets.add("ticket", browser.post("/api/live/tickets", Map.of(), 201).path("ticket").asText());
    browser.post("/api/leads", Map.of("name", "Lena Lead"), 201);
    eventually("the webhook of the lead", () -> !product.sandbox().webhooks().by("dump").isEmpty());
  }

  private void takeASecondStep(Browser browser) throws Exception {
    var begun = browser.post("/api/me/two-step", Map.of("password", PASSWORD), 201);
    var app = new AuthenticatorApp(begun.path("secret").asText());
    secrets.add("authenticator", app.secret());
    secrets.add("authenticator as it is shown", begun.path("secret").asText());
    var codes =
        browser
            .post("/api/me/two-step/confirm", Map.of("code", app.code()), 201)
            .path("recoveryCodes");
    for (int i = 0; i < codes.size(); i++) {
      secrets.add("recovery code " + i, codes.get(i).asText());
      secrets.add("letters of recovery code " + i, codes.get(i).asText().replace("-", ""));
    }
    var second = browser.post("/api/auth/login", Map.of("email", EMAIL, "password", PASSWORD), 202);
    secrets.add("challenge", second.path("secondStep").path("challenge").asText());
  }

  /** Those of the product itself, as Secrets Manager keeps them; ids beside them are none. */
  private void addOwnSecrets() throws Exception {
    var kept = Json.tree(Files.readString(folder.resolve("secrets.json")));
    kept.properties()
        .forEach(
            secret -> {
              var name = "own " + secret.getKey().replace("hekax/local/", "");
              var value = secret.getValue().path("current").path("value").asText();
              if (value.startsWith("{")) {
                secrets.addAll(name, Json.tree(value));
              } else {
                secrets.add(name, value);
              }
            });
  }

  /** A code is an id, which stands in the database, and what proves that we made it. */
  private void addLink(String kind, String code) {
    var bytes = Base64.getUrlDecoder().decode(code);
    secrets.add("link of " + kind, code);
    secrets.add("proof in the link of " + kind, Arrays.copyOfRange(bytes, 16, bytes.length));
  }

  private String linkTo(String address, String page) throws Exception {
    return eventuallyThere(
        "a mail to " + address + " with " + page,
        () ->
            product.sandbox().mailbox().messages(address).stream()
                .map(mail -> mail.text())
                .filter(text -> text.contains(page))
                .map(LINK::matcher)
                .filter(link -> link.find())
                .map(link -> link.group(1))
                .findFirst());
  }

  /** What nobody can write who has not the key: the rest of a token says who it is for. */
  private static String signature(String token) {
    return token.substring(token.lastIndexOf('.') + 1);
  }
}
