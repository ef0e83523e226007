package com.hekax.phone.platform.tenancy;

import com.hekax.phone.contracts.OrganizationId;
import java.util.UUID;

/**
 * Who is asking, as the verified token or credential says. The organization comes from here and
 * from nowhere else.
 */
public sealed interface Principal permits Member, OngoingCall {

  OrganizationId organization();

  /** Tells it from every other: two of them never share an idempotency key. */
  UUID id();

  boolean may(Permission permission);
}
