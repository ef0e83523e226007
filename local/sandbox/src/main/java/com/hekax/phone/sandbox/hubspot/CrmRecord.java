package com.hekax.phone.sandbox.hubspot;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A contact or a call, as it is at one time. */
record CrmRecord(
    long id,
    ObjectType type,
    Map<String, String> properties,
    Instant createdAt,
    Instant updatedAt) {

  CrmRecord with(Map<String, String> changes, Instant now) {
    var all = new TreeMap<>(properties);
    changes.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            all.remove(name);
          } else {
            all.put(name, value);
          }
        });
    return new CrmRecord(id, type, all, createdAt, now);
  }

  /** A value, also of a property that HubSpot keeps by itself; empty for none. */
  String value(String property) {
    return switch (property) {
      case "hs_object_id" -> Long.toString(id);
      case "createdate", "hs_createdate" -> createdAt.toString();
      case "lastmodifieddate", "hs_lastmodifieddate" -> updatedAt.toString();
      case "hs_searchable_calculated_phone_number" -> national(value("phone"));
      case "hs_searchable_calculated_mobile_number" -> national(value("mobilephone"));
      default -> properties.getOrDefault(property, "");
    };
  }

  /**
   * As the API shows it.
   *
   * @param asked the properties that were asked for; one without a value is null
   */
  Map<String, Object> json(List<String> asked) {
    var shown = new LinkedHashMap<String, Object>();
    for (var name : asked) {
      var value = value(name);
      shown.put(name, value.isEmpty() ? null : value);
    }
    var json = new LinkedHashMap<String, Object>();
    json.put("id", Long.toString(id));
    json.put("properties", shown);
    json.put("createdAt", createdAt.toString());
    json.put("updatedAt", updatedAt.toString());
    json.put("archived", false);
    return json;
  }

  /** All that was set, for answers to writes and for people. */
  Map<String, Object> json() {
    var names = new java.util.ArrayList<>(properties.keySet());
    names.add("hs_object_id");
    names.add(type.createdProperty());
    return json(names);
  }

  /** HubSpot's own form of a number: area code and local number, digits alone. */
  private static String national(String number) {
    var digits = number.replaceAll("[^0-9]", "");
    return digits.length() == 11 && digits.startsWith("1") ? digits.substring(1) : digits;
  }
}
