package com.hekax.phone.notifications.email;

import java.util.List;
import java.util.Optional;

/**
 * What an e-mail says, before it is written as plain text and as a page. All of it is text: nothing
 * here is HTML.
 *
 * @param about what it tells of, for the line at its end: "new leads"
 * @param intro the sentences under the heading
 * @param quote what somebody said, word by word
 * @param button the one button, when there is something to do
 */
record Letter(
    String subject,
    String about,
    String heading,
    String intro,
    Optional<String> quote,
    List<Fact> facts,
    Optional<Button> button) {

  /** What the button says, and where it leads. */
  record Button(String text, String link) {}
}
