package com.hekax.phone.accounts.closing;

import com.hekax.phone.accounts.organization.Organization;
import com.hekax.phone.contracts.AccountMail;
import com.hekax.phone.contracts.AccountMailRequested;
import com.hekax.phone.contracts.TimeOrderedUuid;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the owners are written: all of them, so that none learns of it when it is too late. */
final class ClosingMails {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

  /** That it closes, and the day of the business on which it is erased. */
  static List<AccountMailRequested> closing(
      Organization organization, List<OwnerAddress> owners, Instant erasesAt, Instant now) {
    var day = DAY.format(erasesAt.atZone(ZoneId.of(organization.timeZone())));
    return mails(AccountMail.ORGANIZATION_CLOSING, organization, owners, Map.of("day", day), now);
  }

  /** That it stays. */
  static List<AccountMailRequested> withdrawn(
      Organization organization, List<OwnerAddress> owners, Instant now) {
    return mails(AccountMail.ORGANIZATION_CLOSING_WITHDRAWN, organization, owners, Map.of(), now);
  }

  private static List<AccountMailRequested> mails(
      AccountMail kind,
      Organization organization,
      List<OwnerAddress> owners,
      Map<String, String> facts,
      Instant now) {
    return owners.stream().map(owner -> mail(kind, organization, owner, facts, now)).toList();
  }

  private static AccountMailRequested mail(
      AccountMail kind,
      Organization organization,
      OwnerAddress owner,
      Map<String, String> facts,
      Instant now) {
    var all = new HashMap<>(facts);
    all.put("name", owner.name());
    all.put("organization", organization.name());
    return new AccountMailRequested(
        TimeOrderedUuid.next(),
        organization.organizationId(),
        now,
        kind,
        owner.email(),
        Optional.empty(),
        Optional.empty(),
        all);
  }

  private ClosingMails() {}
}
