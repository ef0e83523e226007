package com.hekax.phone.accounts.organization;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * What people may say about their organization.
 *
 * @param timeZone IANA
 * @param country ISO 3166-1, two letters
 * @param requireTwoStep whether members do nothing here before they sign in with two steps
 */
public record OrganizationSettings(
    String name, String timeZone, String country, Branding branding, boolean requireTwoStep) {

  /** Brings texts to the form that is kept. */
  public OrganizationSettings {
    name = name.strip();
    branding = new Branding(branding.color().map(color -> color.toLowerCase(Locale.ROOT)));
  }

  boolean hasKnownTimeZone() {
    return ZoneId.getAvailableZoneIds().contains(timeZone);
  }

  Optional<String> brandColor() {
    return branding.color();
  }
}
