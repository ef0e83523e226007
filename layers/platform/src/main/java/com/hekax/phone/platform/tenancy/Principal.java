package com.hekax.phone.platform.tenancy;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is asking, as the verified token or credential says. The organization comes from here and
 * from nowhere else.
 */
public sealed interface Principal permits Member, ApiKeyHolder, OngoingCall {

  OrganizationId organization();

  /** Tells it from every other: two of them never share an idempotency key. */
  UUID id();

  /** The person, when it is one. */
  default Optional<UserId> person() {
    return Optional.empty();
  }

  boolean may(Permission permission);
}
