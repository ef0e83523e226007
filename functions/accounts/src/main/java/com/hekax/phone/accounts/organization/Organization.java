package com.hekax.phone.accounts.organization;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.OrganizationUpdated;
import com.hekax.phone.contracts.TimeOrderedUuid;
import java.time.Instant;
import java.util.Optional;

/**
 * An organization as it is now.
 *
 * @param version grows by one with each change
 */
public record Organization(
    OrganizationId organizationId,
    String name,
    String timeZone,
    String country,
    Optional<String> brandColor,
    boolean requireTwoStep,
    int version) {

  /** What people may change. */
  public OrganizationSettings settings() {
    return new OrganizationSettings(
        name, timeZone, country, new Branding(brandColor), requireTwoStep);
  }

  /** What others hear of it, when that is another than before. */
  Optional<OrganizationUpdated> announced(Organization before, Instant now) {
    boolean heard =
        !name.equals(before.name)
            || !timeZone.equals(before.timeZone)
            || !country.equals(before.country);
    return Optional.of(
            new OrganizationUpdated(
                TimeOrderedUuid.next(),
                organizationId,
                now,
                name,
                timeZone,
                country,
                Optional.of(before.name).filter(former -> !former.equals(name))))
        .filter(_ -> heard);
  }
}
