package com.hekax.phone.receptionist.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.platform.tenancy.Role;
import com.hekax.phone.receptionist.ReceptionistTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookUpHandlerTest extends ReceptionistTest {
  private final TestFunction<LookUpHandler> lookUp = function(LookUpHandler::new);

  @BeforeEach
  void given_no_facts() {
    forgetEverything();
  }

  private TestResponse ask(Organization organization, String question) {
    return lookUp.call(
        request().as(organization.ongoing(CallId.create())).json(Map.of("question", question)));
  }

  private List<String> found(Organization organization, String question) {
    return ask(organization, question)
        .json()
        .path("facts")
        .valueStream()
        .map(fact -> fact.asText())
        .toList();
  }

  private void facts(Organization organization, String... topicsAndAnswers) {
    for (int i = 0; i < topicsAndAnswers.length; i += 2) {
      addFact(organization.owner(), topicsAndAnswers[i], topicsAndAnswers[i + 1]);
    }
  }

  @Nested
  class Given_a_business_with_many_facts {
    @BeforeEach
    void given() {
      facts(
          acme(),
          "Parking",
          "There is free parking behind the building.",
          "Opening hours",
          "We are open from nine to five, Monday to Friday.",
          "Which insurance plans do you accept?",
          "We accept Delta and Cigna.",
          "Address",
          "214 Main Street, next to the library.",
          "Emergency",
          "Say what happened, and we see you the same day.",
          "Wheelchair access",
          "The entrance has a ramp, and parking for wheelchairs is in front.");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            Do you have parking?                    | Parking: There is free parking behind the building.
            Where can I park my car?                | Parking: There is free parking behind the building.
            What are your opening hours?            | Opening hours: We are open from nine to five, Monday to Friday.
            Are you open on Friday?                 | Opening hours: We are open from nine to five, Monday to Friday.
            Is my insurance good with you?          | Which insurance plans do you accept? We accept Delta and Cigna.
            Do you take Cigna?                      | Which insurance plans do you accept? We accept Delta and Cigna.
            What is the address?                    | Address: 214 Main Street, next to the library.
            WHEELCHAIRS                             | Wheelchair access: The entrance has a ramp, and parking for wheelchairs is in front.
            """)
    void when_a_caller_asks_then_the_best_fact_comes_first(String question, String fact) {
      assertThat(found(acme(), question)).first().isEqualTo(fact);
    }

    @Test
    void when_two_facts_fit_then_both_come() {
      assertThat(found(acme(), "Do you have parking for wheelchairs?"))
          .containsExactlyInAnyOrder(
              "Wheelchair access: The entrance has a ramp, and parking for wheelchairs is in front.",
              "Parking: There is free parking behind the building.");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Do you sell bicycles?",
          "¿Dónde están?",
          "and the of to",
          "?!",
          "🦷",
          "'; delete from receptionist_facts; --",
          "foo & | ! <-> ( :* 'bar",
          "\\' \\\\ %s _"
        })
    void when_nothing_fits_then_nothing_comes(String question) {
      var response = ask(acme(), question);

      assertThat(response.status()).isEqualTo(200);
      assertThat(response.json().path("ok").asBoolean()).isTrue();
      assertThat(response.json().path("facts")).isEmpty();
    }
  }

  @Nested
  class Given_a_business_with_few_facts {
    @BeforeEach
    void given() {
      facts(acme(), "Parking", "Behind the building.", "Hours", "From nine to five.");
    }

    @Test
    void when_no_word_is_shared_then_all_come_and_the_model_sees_for_itself() {
      assertThat(found(acme(), "Where can I leave my car?"))
          .containsExactly("Parking: Behind the building.", "Hours: From nine to five.");
    }

    @Test
    void when_a_word_is_shared_then_only_what_fits_comes() {
      assertThat(found(acme(), "Is there parking?"))
          .containsExactly("Parking: Behind the building.");
    }
  }

  @Test
  void given_no_facts_when_a_caller_asks_then_nothing_comes() {
    assertThat(found(acme(), "Do you have parking?")).isEmpty();
  }

  @Nested
  class Given_a_business_of_another_language {

    @Test
    void when_a_caller_asks_in_it_then_forms_of_a_word_are_one() {
      update(acme().owner(), settings(1)); // German
      facts(
          acme(),
          "Parkplätze",
          "Hinter dem Haus.",
          "Sprechstunden",
          "Von neun bis fünf.",
          "A",
          "x",
          "B",
          "x",
          "C",
          "x",
          "D",
          "x");

      assertThat(found(acme(), "Gibt es einen Parkplatz?"))
          .containsExactly("Parkplätze: Hinter dem Haus.");
    }
  }

  @Nested
  class Given_long_facts {

    @Test
    void when_many_fit_then_five_at_most_and_no_more_than_the_model_takes() {
      for (int i = 0; i < 8; i++) {
        facts(acme(), "Parking " + i, "parking ".repeat(60));
      }

      var response = ask(acme(), "parking");

      assertThat(response.json().path("facts")).hasSize(3);
      assertThat(response.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2048);
    }

    @ParameterizedTest
    @ValueSource(strings = {"parking ", "停車場 ", "🅿", "\" "})
    void when_the_best_is_too_long_then_its_beginning_comes(String unit) {
      facts(acme(), "Parking", unit.repeat(1000 / unit.codePointCount(0, unit.length())));

      var response = ask(acme(), "parking");

      assertThat(response.json().path("facts")).hasSize(1);
      assertThat(response.json().at("/facts/0").asText()).startsWith("Parking: ");
      assertThat(response.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2048);
    }
  }

  @Nested
  class Given_two_businesses {
    @BeforeEach
    void given() {
      facts(acme(), "Parking", "Acme: behind the building.");
      facts(globex(), "Parking", "Globex: in the garage.");
    }

    @Test
    void when_a_call_of_one_asks_then_only_its_own_facts_come() {
      assertThat(found(acme(), "parking")).containsExactly("Parking: Acme: behind the building.");
      assertThat(found(globex(), "parking")).containsExactly("Parking: Globex: in the garage.");
    }

    @Test
    void when_the_search_is_asked_for_another_than_was_entered_then_it_finds_nothing()
        throws SQLException {
      try (var app = asApp()) {
        assertThat(searched(app, acme().id(), acme().id())).isEqualTo(1);
        assertThat(searched(app, acme().id(), globex().id())).isZero();
      }
    }

    @Test
    void when_no_organization_was_entered_then_the_search_finds_nothing() throws SQLException {
      try (var app = asApp();
          var statement = app.createStatement()) {
        var row =
            statement.executeQuery(
                "select count(*) from app.search_receptionist_facts('%s', 'english', 'parking', 5)"
                    .formatted(acme().id()));
        row.next();
        assertThat(row.getInt(1)).isZero();
      }
    }
  }

  @Nested
  class Given_many_businesses_with_many_facts {

    @Test
    void when_one_searches_then_the_rows_of_the_others_are_not_read() throws SQLException {
      facts(acme(), "Parking", "Behind the building.");
      sql(
          """
          insert into receptionist_facts (id, organization_id, topic, answer, position, updated_at)
          select gen_random_uuid(), ?, 'Parking ' || place, repeat('There is parking. ', 20), place, now()
            from generate_series(1, 20000) as place
          """,
          globex().id().value());
      sql("analyze receptionist_facts");

      try (var app = asApp()) {
        assertThat(pagesRead(app, acme().id())).isLessThan(60);
      }
      assertThat(
              rows("select relpages from pg_class where relname = 'receptionist_facts'")
                  .getFirst()
                  .get("relpages"))
          .satisfies(pages -> assertThat((int) pages).isGreaterThan(1000));
    }
  }

  @Nested
  class Given_somebody_else {

    @ParameterizedTest
    @EnumSource(Role.class)
    void when_a_member_uses_the_tool_then_it_is_forbidden(Role role) {
      assertThat(
              lookUp
                  .call(request().as(acme().as(role)).json(Map.of("question", "parking")))
                  .status())
          .isEqualTo(403);
    }

    @Test
    void when_nobody_uses_the_tool_then_it_is_401() {
      assertThat(lookUp.call(request().json(Map.of("question", "parking"))).status())
          .isEqualTo(401);
    }
  }

  @Nested
  class Given_arguments_that_do_not_match_the_document {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            no question         | {}                                   | question
            a blank question    | {"question": " "}                    | question
            a list of questions | {"question": ["parking"]}            | question
            a NUL               | {"question": "park\\u0000ing"}       | question
            more than asked     | {"question": "parking", "limit": 99} | limit
            """)
    void when_they_come_then_the_field_is_named(String what, String body, String field) {
      var response = lookUp.call(request().as(acme().ongoing(CallId.create())).json(body));

      assertThat(response.status()).as(what).isEqualTo(400);
      assertThat(response.wrongFields()).containsExactly(field);
    }
  }

  /** A connection with the rights of a function. */
  private Connection asApp() throws SQLException {
    var connection = superuser();
    try (var statement = connection.createStatement()) {
      statement.execute("set role hekax_app");
    }
    connection.setAutoCommit(false);
    return connection;
  }

  private static int searched(Connection app, OrganizationId entered, OrganizationId asked)
      throws SQLException {
    try (var statement = app.createStatement()) {
      statement.execute("select app.enter_organization('%s')".formatted(entered));
      var row =
          statement.executeQuery(
              "select count(*) from app.search_receptionist_facts('%s', 'english', 'parking', 5)"
                  .formatted(asked));
      row.next();
      return row.getInt(1);
    } finally {
      app.rollback();
    }
  }

  /** The pages of tables and indexes that one search reads. */
  private static int pagesRead(Connection app, OrganizationId organization) throws SQLException {
    var pages = Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");
    try (var statement = app.createStatement()) {
      statement.execute("select app.enter_organization('%s')".formatted(organization));
      // Once before, so that what the search needs to begin with is not counted.
      for (int i = 0; ; i++) {
        var plan =
            statement.executeQuery(
                "explain (analyze, buffers) select * from app.search_receptionist_facts('%s', 'english', 'parking', 5)"
                    .formatted(organization));
        plan.next();
        while (i == 1) {
          var line = pages.matcher(plan.getString(1));
          if (line.find()) {
            return number(line.group(1)) + number(line.group(2));
          }
          assertThat(plan.next()).isTrue();
        }
      }
    }
  }

  private static int number(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
