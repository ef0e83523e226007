package com.hekax.phone.receptionist;

/** A fact without its place in the list: a topic or question, and what is to be said about it. */
public record Knowledge(String topic, String answer) {

  /** One line of text: a question is followed by its answer, any other topic by a colon. */
  public String sentence() {
    var about = Wording.line(topic);
    boolean ends = about.endsWith("?") || about.endsWith(".") || about.endsWith(":");
    return about + (ends ? " " : ": ") + Wording.line(answer);
  }
}
