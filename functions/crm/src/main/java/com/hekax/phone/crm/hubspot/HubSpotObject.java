package com.hekax.phone.crm.hubspot;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A record of HubSpot as its API gives it: a property without a value is null. */
record HubSpotObject(String id, Map<String, Optional<String>> properties) {

  /** The properties that have a value. */
  Map<String, String> filled() {
    return properties.entrySet().stream()
        .filter(property -> property.getValue().filter(text -> !text.isEmpty()).isPresent())
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, property -> property.getValue().orElseThrow()));
  }
}
