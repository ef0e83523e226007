package com.hekax.phone.accounts;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.accounts.api.CreatePasswordResetHandler;
import com.hekax.phone.fixtures.TestFunction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who reads the database learns nothing to sign in with. */
class StoredSecretsTest extends AccountsTest {
  private final TestFunction<CreatePasswordResetHandler> createReset =
      function(CreatePasswordResetHandler::new);

  @Test
  void when_somebody_has_signed_up_in_and_on_then_no_column_of_any_table_holds_a_secret() {
    var answers = new ArrayList<>(List.of(signUp("olivia@bright.example")));
    answers.add(logIn("olivia@bright.example", PASSWORD));
    answers.add(refresh(refreshToken(answers.getLast())));
    logOut.call(withCookie(refreshToken(answers.getFirst())));
    createReset.call(request().json(Map.of("email", "olivia@bright.example")));
    signUp.call(
        request()
            .json(
                Map.of(
                    "name", "Emil Else",
                    "email", "emil@bright.example",
                    "password", PASSWORD,
                    "organizationName", "Else")));
    // One that was used, and two that are open.
    var codes =
        Stream.of("olivia@bright.example", "emil@bright.example")
            .flatMap(address -> mailsTo(address).stream())
            .map(this::codeOf)
            .toList();
    assertThat(codes).hasSize(3);

    var everything = dump();

    assertThat(everything).contains("olivia@bright.example").contains("$2a$12$");
    for (var code : codes) {
      assertThat(everything)
          .doesNotContain(code)
          .doesNotContain(forms(Base64.getUrlDecoder().decode(code)));
    }
    assertThat(everything).doesNotContain(forms(PASSWORD.getBytes(StandardCharsets.UTF_8)));
    for (var answer : answers) {
      var refreshToken = refreshToken(answer);
      assertThat(everything)
          .doesNotContain(refreshToken)
          .doesNotContain(forms(refreshToken.getBytes(StandardCharsets.UTF_8)))
          .doesNotContain(forms(Base64.getUrlDecoder().decode(refreshToken)))
          .doesNotContain(accessToken(answer).getSignature());
    }
  }

  /** As text, as PostgreSQL shows bytes, and as base64. */
  private static List<String> forms(byte[] secret) {
    return List.of(
        new String(secret, StandardCharsets.ISO_8859_1),
        HexFormat.of().formatHex(secret),
        Base64.getEncoder().withoutPadding().encodeToString(secret));
  }

  /** All rows of all tables as text. */
  private String dump() {
    return rows("select tablename from pg_tables where schemaname = 'public'").stream()
        .map(table -> (String) table.get("tablename"))
        .flatMap(table -> rows("select t::text as line from \"" + table + "\" as t").stream())
        .map((Map<String, Object> row) -> String.valueOf(row.get("line")))
        .collect(Collectors.joining("\n"));
  }
}
