package com.hekax.phone.platform.tenancy;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.OrganizationId;
import java.util.UUID;

/**
 * A call that the receptionist is in, by the credential it was given for it: it may do what {@link
 * Permission#CALL} allows, to this call, and nothing that people may.
 */
public record OngoingCall(OrganizationId organization, CallId call) implements Principal {

  @Override
  public UUID id() {
    return call.value();
  }

  @Override
  public boolean may(Permission permission) {
    return permission == Permission.PUBLIC || permission == Permission.CALL;
  }
}
