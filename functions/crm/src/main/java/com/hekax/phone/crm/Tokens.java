package com.hekax.phone.crm;

/** What opens an account in a CRM. */
public record Tokens(String access, String refresh) {

  /** Not the tokens: this text may end up in a log. */
  @Override
  public String toString() {
    return "Tokens";
  }
}
