package com.hekax.phone.accounts;

import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Role;

/** What somebody is in an organization at this moment, whatever their access token says. */
public record Standing(Role role, boolean restricted) {

  Member of(Member claimed) {
    return new Member(claimed.organization(), claimed.user(), role, claimed.session(), restricted);
  }
}
