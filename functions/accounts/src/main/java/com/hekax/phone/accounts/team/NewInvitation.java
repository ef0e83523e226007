package com.hekax.phone.accounts.team;

import com.hekax.phone.platform.tenancy.Role;
import java.util.Locale;

/** Whom to ask, and as what. */
public record NewInvitation(String email, Role role) {

  /** The address as addresses are told from each other. */
  String address() {
    return email.toLowerCase(Locale.ROOT);
  }
}
