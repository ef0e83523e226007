package com.hekax.phone.accounts.passwords;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import java.util.List;

/** Somebody with an account, and the organization they belong to the longest. */
public record Person(
    UserId userId,
    String email,
    String name,
    String passwordHash,
    OrganizationId organizationId,
    String organizationName) {

  /** What others know of them, and so try for a password. */
  List<String> known() {
    return List.of(name, email, organizationName);
  }
}
