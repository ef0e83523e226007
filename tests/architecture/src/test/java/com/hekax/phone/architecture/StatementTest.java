package com.hekax.phone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.contracts.OrganizationId;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The second of the locks between organizations, and the border between domains: the SQL. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StatementTest {
  private static final List<Statement> STATEMENTS = Statement.all();

  /** Deletes what has expired, from everybody's tables, and may do nothing else there. */
  private static final Set<String> TIDIES_ALL_TABLES = Set.of("UpkeepDao");

  @Test
  void statements_are_found() {
    assertThat(STATEMENTS).hasSizeGreaterThan(20);
  }

  @Test
  void every_table_has_an_owner() {
    assertThat(Table.all())
        .extracting(Table::name)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(Table.listed());
  }

  @Test
  void a_domain_names_its_own_tables_and_what_others_publish() {
    assertThat(STATEMENTS)
        .filteredOn(statement -> !tidies(statement))
        .allSatisfy(
            statement ->
                assertThat(statement.relations())
                    .as("%s", statement)
                    .allMatch(name -> mayBeNamedBy(statement.owner(), name)));
  }

  @Test
  void what_tidies_the_tables_of_all_only_deletes() {
    assertThat(STATEMENTS)
        .filteredOn(StatementTest::tidies)
        .filteredOn(statement -> !statement.relations().isEmpty())
        .isNotEmpty()
        .allSatisfy(
            statement -> {
              assertThat(statement.isDelete()).as("%s", statement).isTrue();
              assertThat(statement.relations()).hasSize(1);
            });
  }

  @Test
  void tables_are_joined_by_the_word_join() {
    assertThat(STATEMENTS).noneMatch(Statement::joinsByComma);
  }

  @Test
  void a_statement_over_organizations_rows_names_the_organization_or_is_marked() {
    assertThat(STATEMENTS)
        .filteredOn(statement -> !statement.isAcrossOrganizations())
        .filteredOn(
            statement -> statement.relations().stream().anyMatch(StatementTest::hasOrganization))
        .isNotEmpty()
        .allSatisfy(
            statement ->
                assertThat(statement.isOfOneOrganization())
                    .as("%s says organization_id = :organization: %s", statement, statement.sql())
                    .isTrue());
  }

  @Test
  void a_method_of_a_DAO_takes_the_organization_first_or_is_marked() {
    var methods =
        Statement.daos().stream()
            .flatMap(dao -> dao.getMethods().stream())
            .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
            .filter(method -> !Statement.isMarked(method))
            .toList();
    assertThat(methods)
        .isNotEmpty()
        .allSatisfy(
            method -> assertThat(takesOrganizationFirst(method)).as(method.getFullName()).isTrue());
  }

  @Test
  void sessions_state_and_sequences_stay_out_of_statements() {
    // Each of these makes RDS Proxy keep a connection for one client.
    assertThat(STATEMENTS)
        .allSatisfy(
            statement ->
                assertThat(statement.sql())
                    .doesNotContainPattern(
                        "^set |set_config|nextval|setval|lastval|listen|pg_(try_)?advisory_lock|temporary"));
  }

  private static boolean tidies(Statement statement) {
    return TIDIES_ALL_TABLES.contains(statement.method().getOwner().getSimpleName());
  }

  private static boolean mayBeNamedBy(String owner, String relation) {
    return Table.isReadView(relation)
        || Table.named(relation).map(table -> table.isOf(owner)).orElse(false);
  }

  private static boolean hasOrganization(String relation) {
    return Table.isReadView(relation)
        || Table.named(relation).map(Table::hasOrganization).orElse(false);
  }

  private static boolean takesOrganizationFirst(JavaMethod method) {
    return !method.getRawParameterTypes().isEmpty()
        && method.getRawParameterTypes().getFirst().isEquivalentTo(OrganizationId.class);
  }
}
