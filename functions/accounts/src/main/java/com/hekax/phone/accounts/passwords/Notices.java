package com.hekax.phone.accounts.passwords;

import com.hekax.phone.contracts.AccountMail;
import com.hekax.phone.contracts.AccountMailRequested;
import com.hekax.phone.contracts.TimeOrderedUuid;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What people are told when how they sign in has changed, so that they notice a stranger. */
public final class Notices {

  static AccountMailRequested passwordChanged(Person person, Instant now) {
    return notice(AccountMail.PASSWORD_CHANGED, person, Map.of("name", person.name()), now);
  }

  /** To the address that the person had before. */
  static AccountMailRequested emailChanged(Person before, String newAddress, Instant now) {
    return notice(
        AccountMail.EMAIL_CHANGED,
        before,
        Map.of("name", before.name(), "newAddress", masked(newAddress)),
        now);
  }

  /** That two-step sign-in was turned on, or off. */
  public static AccountMailRequested twoStepChanged(Person person, boolean isOn, Instant now) {
    var facts = Map.of("name", person.name(), "state", isOn ? "ON" : "OFF");
    return notice(AccountMail.TWO_STEP_CHANGED, person, facts, now);
  }

  private static AccountMailRequested notice(
      AccountMail kind, Person person, Map<String, String> facts, Instant now) {
    return new AccountMailRequested(
        TimeOrderedUuid.next(),
        person.organizationId(),
        now,
        kind,
        person.email(),
        Optional.empty(),
        Optional.empty(),
        facts);
  }

  /** Enough for who chose it: the former mailbox may be a stranger's by now. */
  private static String masked(String email) {
    int at = email.lastIndexOf('@');
    return email.substring(0, email.offsetByCodePoints(0, 1)) + "•••" + email.substring(at);
  }

  private Notices() {}
}
