package com.hekax.phone.accounts.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.hekax.phone.accounts.organization.Organization;
import com.hekax.phone.accounts.organization.OrganizationSettings;
import com.hekax.phone.contracts.OrganizationId;

/** An organization as the API shows it. */
record OrganizationBody(
    OrganizationId id, @JsonUnwrapped OrganizationSettings settings, int version) {

  static OrganizationBody of(Organization organization) {
    return new OrganizationBody(
        organization.organizationId(), organization.settings(), organization.version());
  }
}
