package com.hekax.phone.scenarios.isolation;

import java.util.List;

/**
 * In which a statement is tried.
 *
 * @param arranged whether rows are first brought to what the statement's conditions ask for
 * @param has what the business that asks has in the tables that the statement names
 * @param within whether rows lie within the bounds that the statement is given
 * @param samePerson whether its members belong to the other business too
 */
record Situation(boolean arranged, Has has, boolean within, boolean samePerson) {
  /** What there is of the business that asks. */
  enum Has {
    ROWS,
    /** None in the table that rows are added to. */
    NONE_WHERE_ADDED,
    NONE
  }

  static final List<Situation> ALL =
      List.of(
          new Situation(true, Has.ROWS, true, false),
          new Situation(true, Has.ROWS, false, false),
          new Situation(true, Has.NONE, true, false),
          new Situation(true, Has.NONE_WHERE_ADDED, true, false),
          new Situation(true, Has.ROWS, true, true),
          new Situation(false, Has.ROWS, true, false),
          new Situation(false, Has.NONE, true, false));
}
