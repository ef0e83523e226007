package com.hekax.phone.accounts.team;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.tenancy.Role;
import java.util.Optional;

/**
 * What an open invitation says to whoever has its link.
 *
 * @param person who has the address, when an account was made for it
 * @param hasAccount whether they can sign in: who belongs nowhere cannot, and begins anew
 */
public record Welcome(
    InvitationId id,
    OrganizationId organizationId,
    String organizationName,
    String inviterName,
    String email,
    Role role,
    Optional<UserId> person,
    boolean hasAccount) {}
