package com.hekax.phone.receptionist;

/** What callers are asked for, beside their name and what they want. */
public enum CaptureField {
  PHONE("a number to call them back on"),
  EMAIL("their e-mail address"),
  COMPANY("the company they call for");

  private final String inWords;

  CaptureField(String inWords) {
    this.inWords = inWords;
  }

  String inWords() {
    return inWords;
  }
}
