package com.hekax.phone.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One statement of a DAO.
 *
 * @param sql as one line in lower case
 */
record Statement(JavaMethod method, String sql) {
  private static final String ACROSS = "com.hekax.phone.platform.tenancy.AcrossOrganizations";
  private static final String SQL_ANNOTATIONS = "org.jdbi.v3.sqlobject.statement.";

  /**
   * A word that a relation follows, and the relation; a call such as {@code app.enter(…)} is none.
   */
  private static final Pattern RELATION =
      Pattern.compile(
          "\\b(?:from|join|into|update|using)\\s+(?:only\\s+)?([a-z_][a-z0-9_.]*)(?!\\s*\\(|[a-z0-9_.])");

  private static final Pattern NAMED_HERE =
      Pattern.compile(
          "(?:\\bwith(?:\\s+recursive)?|,)\\s+([a-z_]+)\\s+as\\s+(?:materialized\\s+)?\\(");

  /** Words after which none of the above names a relation. */
  private static final Pattern NOT_RELATIONS =
      Pattern.compile(
          "\\bfor (no key )?update( of [a-z_, ]+?)?(?= skip| nowait|$|\\))|\\bdo update set\\b"
              + "|\\bdistinct from\\b|\\b(extract|substring|trim)\\s*\\([^)]*\\)");

  static List<Statement> all() {
    return daos().stream().flatMap(Statement::of).toList();
  }

  /** Every interface with a statement. */
  static List<JavaClass> daos() {
    return Code.deployed().stream().filter(type -> of(type).findAny().isPresent()).toList();
  }

  private static Stream<Statement> of(JavaClass type) {
    return type.getMethods().stream()
        .flatMap(
            method ->
                method.getAnnotations().stream()
                    .filter(
                        annotation -> annotation.getRawType().getName().startsWith(SQL_ANNOTATIONS))
                    .flatMap(annotation -> annotation.get("value").stream())
                    .map(sql -> new Statement(method, oneLine(sql.toString()))));
  }

  private static String oneLine(String sql) {
    return sql.toLowerCase(java.util.Locale.ROOT)
        .replaceAll("'[^']*'", "''")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** The tables and views that it names. */
  Set<String> relations() {
    var text = NOT_RELATIONS.matcher(sql).replaceAll(" ");
    var relations = matches(RELATION, text);
    relations.removeAll(matches(NAMED_HERE, sql));
    relations.removeAll(Set.of("select", "lateral"));
    return relations;
  }

  /** Two tables with a comma between them, which {@link #relations} would not see. */
  boolean joinsByComma() {
    return Pattern.compile("\\bfrom\\s+[a-z_.]+(\\s+as\\s+[a-z_]+)?\\s*,").matcher(sql).find();
  }

  /** Whether rows of one organization alone are read and written, by what the statement says. */
  boolean isOfOneOrganization() {
    return Pattern.compile("\\borganization_id = :organization\\b").matcher(sql).find()
        || isInsertForOrganization();
  }

  private boolean isInsertForOrganization() {
    var insert = Pattern.compile("^insert into [a-z_]+ \\(([^)]*)\\) values \\((.*)$").matcher(sql);
    if (!insert.find()) {
      return false;
    }
    int place =
        Arrays.asList(insert.group(1).strip().split("\\s*,\\s*", -1)).indexOf("organization_id");
    var values = insert.group(2).strip().split("\\s*,\\s*", -1);
    return place >= 0 && place < values.length && values[place].equals(":organization");
  }

  /** Whether it is marked as working across organizations. */
  boolean isAcrossOrganizations() {
    return isMarked(method);
  }

  static boolean isMarked(JavaMethod method) {
    return method.isAnnotatedWith(ACROSS) || method.getOwner().isAnnotatedWith(ACROSS);
  }

  boolean isDelete() {
    return sql.startsWith("delete from ");
  }

  /** The domain or layer that the statement belongs to. */
  String owner() {
    return Code.ownerOf(method.getOwner());
  }

  @Override
  public String toString() {
    return method.getOwner().getSimpleName() + "." + method.getName();
  }

  private static Set<String> matches(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
