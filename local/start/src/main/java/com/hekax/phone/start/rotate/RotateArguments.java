package com.hekax.phone.start.rotate;

import com.hekax.phone.start.StartException;
import java.util.List;

/**
 * What {@code ./hekax rotate} was told.
 *
 * @param stage of a deployment, or {@code local}
 * @param status whether only the state is wanted
 * @param atOnce whether the former keys are given up at once
 */
record RotateArguments(String stage, boolean status, boolean atOnce) {
  static final String LOCAL = "local";

  private static final String USAGE =
      """
      ./hekax rotate signing-keys takes the next step of changing the key that signs sessions, and
        --status         only says where the change stands
        --at-once        the present key leaked: gives it up now, whoever it signs out
        --stage STAGE    of a deployment, with the profile and region of the AWS CLI\
      """;

  /**
   * Reads the words of a command line.
   *
   * @throws StartException that says what it may be told
   */
  static RotateArguments parse(List<String> words) {
    var stage = LOCAL;
    boolean status = false;
    boolean atOnce = false;
    if (words.isEmpty() || !words.getFirst().equals("signing-keys")) {
      throw new StartException(USAGE);
    }
    var rest = words.listIterator(1);
    while (rest.hasNext()) {
      var word = rest.next();
      if (word.equals("--status")) {
        status = true;
      } else if (word.equals("--at-once")) {
        atOnce = true;
      } else if (word.equals("--stage") && rest.hasNext()) {
        stage = rest.next();
      } else {
        throw new StartException(USAGE);
      }
    }
    if (status && atOnce) {
      throw new StartException(USAGE);
    }
    return new RotateArguments(stage, status, atOnce);
  }
}
