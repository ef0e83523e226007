package com.hekax.phone.accounts.passwords;

import com.hekax.phone.contracts.AccountMail;
import com.hekax.phone.contracts.AccountMailRequested;
import com.hekax.phone.contracts.TimeOrderedUuid;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What people are told when how they sign in has changed, so that they notice a stranger. */
final class Notices {

  static AccountMailRequested passwordChanged(Person person, Instant now) {
    return new AccountMailRequested(
        TimeOrderedUuid.next(),
        person.organizationId(),
        now,
        AccountMail.PASSWORD_CHANGED,
        person.email(),
        Optional.empty(),
        Optional.empty(),
        Map.of("name", person.name()));
  }

  private Notices() {}
}
