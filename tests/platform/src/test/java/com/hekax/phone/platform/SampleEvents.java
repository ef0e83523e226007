package com.hekax.phone.platform;

import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.LeadDetails;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.contracts.LeadUpdated;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.TimeOrderedUuid;
import java.time.Instant;
import java.util.Optional;

/** Events of which tests only need that they are some. */
public final class SampleEvents {
  private static final Instant THEN = Instant.parse("2026-11-01T10:00:00Z");

  /** The capture of a lead with a name, long enough ago for the relay to look after it. */
  public static LeadCaptured captured(OrganizationId organization, String name) {
    return new LeadCaptured(TimeOrderedUuid.next(), organization, THEN, lead(name));
  }

  /** The change of a lead with a name. */
  public static LeadUpdated updated(OrganizationId organization, String name) {
    return new LeadUpdated(TimeOrderedUuid.next(), organization, THEN, lead(name));
  }

  private static LeadDetails lead(String name) {
    return new LeadDetails(
        LeadId.create(),
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "NEW",
        "MANUAL",
        Optional.empty(),
        Optional.empty(),
        THEN,
        THEN,
        1);
  }

  private SampleEvents() {}
}
