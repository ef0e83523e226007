package com.hekax.phone.receptionist;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the receptionist speaks: languages whose words the database can take apart, too. */
public enum Language {
  EN("English", "english"),
  ES("Spanish", "spanish"),
  FR("French", "french"),
  DE("German", "german"),
  IT("Italian", "italian"),
  PT("Portuguese", "portuguese"),
  NL("Dutch", "dutch");

  private final String englishName;
  private final String searchConfiguration;

  Language(String englishName, String searchConfiguration) {
    this.englishName = englishName;
    this.searchConfiguration = searchConfiguration;
  }

  /** ISO 639-1. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name in the model's instructions. */
  String englishName() {
    return englishName;
  }

  /** PostgreSQL's text search configuration for it. */
  String searchConfiguration() {
    return searchConfiguration;
  }
}
