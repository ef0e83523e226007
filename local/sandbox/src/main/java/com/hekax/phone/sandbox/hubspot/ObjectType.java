package com.hekax.phone.sandbox.hubspot;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The kinds of records that there are, with the properties a portal has without adding any. */
enum ObjectType {
  CONTACTS(
      Set.of(
          "email",
          "firstname",
          "lastname",
          "phone",
          "mobilephone",
          "company",
          "lifecyclestage",
          "hs_searchable_calculated_phone_number",
          "hs_searchable_calculated_mobile_number",
          "createdate",
          "lastmodifieddate",
          "hs_object_id"),
      Map.of(
          "lifecyclestage",
          Set.of(
              "subscriber",
              "lead",
              "marketingqualifiedlead",
              "salesqualifiedlead",
              "opportunity",
              "customer",
              "evangelist",
              "other"))),
  CALLS(
      Set.of(
          "hs_timestamp",
          "hs_call_title",
          "hs_call_body",
          "hs_call_direction",
          "hs_call_status",
          "hs_call_duration",
          "hs_call_from_number",
          "hs_call_to_number",
          "hs_call_recording_url",
          "hs_call_disposition",
          "hs_createdate",
          "hs_lastmodifieddate",
          "hs_object_id"),
      Map.of(
          "hs_call_direction",
          Set.of("INBOUND", "OUTBOUND"),
          "hs_call_status",
          Set.of(
              "BUSY",
              "CALLING_CRM_USER",
              "CANCELED",
              "COMPLETED",
              "CONNECTING",
              "FAILED",
              "IN_PROGRESS",
              "MISSED",
              "NO_ANSWER",
              "QUEUED",
              "RINGING")));

  /** Set by HubSpot alone. */
  static final Set<String> READ_ONLY =
      Set.of(
          "hs_searchable_calculated_phone_number",
          "hs_searchable_calculated_mobile_number",
          "createdate",
          "lastmodifieddate",
          "hs_createdate",
          "hs_lastmodifieddate",
          "hs_object_id");

  @SuppressWarnings("ImmutableEnumChecker") // Set.of makes one that never changes.
  private final Set<String> properties;

  @SuppressWarnings("ImmutableEnumChecker") // So does Map.of.
  private final Map<String, Set<String>> choices;

  ObjectType(Set<String> properties, Map<String, Set<String>> choices) {
    this.properties = properties;
    this.choices = choices;
  }

  /** The kind that a path names. */
  static ObjectType of(String name) {
    for (var type : values()) {
      if (type.word().equals(name)) {
        return type;
      }
    }
    throw HubSpotError.invalid("Unable to infer object type from: " + name);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Set<String> properties() {
    return properties;
  }

  /** The values that a property takes; empty when it takes any. */
  Set<String> choices(String property) {
    return choices.getOrDefault(property, Set.of());
  }

  /** The property with the time it was made. */
  String createdProperty() {
    return this == CONTACTS ? "createdate" : "hs_createdate";
  }
}
