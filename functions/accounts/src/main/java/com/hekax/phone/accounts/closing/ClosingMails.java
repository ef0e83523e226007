package com.hekax.phone.accounts.closing;

import com.hekax.phone.accounts.organization.Organization;
import com.hekax.phone.contracts.AccountMail;
import com.hekax.phone.contracts.AccountMailRequested;
import com.hekax.phone.contracts.OrganizationId;
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

  /** That nothing is left, and of what: to who asked. */
  static AccountMailRequested erased(
      OrganizationId organization, Recipient recipient, Receipt receipt) {
    return mail(
        AccountMail.ORGANIZATION_ERASED,
        organization,
        recipient.email(),
        Map.of(
            "organization", recipient.organizationName(),
            "receipt", organization.toString(),
            "requestedAt", receipt.requestedAt().toString(),
            "erasedAt", receipt.erasedAt().toString(),
            "numbers", Integer.toString(receipt.numbers()),
            "recordings", Integer.toString(receipt.recordings()),
            "calls", Integer.toString(receipt.calls()),
            "leads", Integer.toString(receipt.leads()),
            "people", Integer.toString(receipt.people())),
        receipt.erasedAt());
  }

  private static List<AccountMailRequested> mails(
      AccountMail kind,
      Organization organization,
      List<OwnerAddress> owners,
      Map<String, String> facts,
      Instant now) {
    return owners.stream()
        .map(
            owner -> {
              var all = new HashMap<>(facts);
              all.put("name", owner.name());
              all.put("organization", organization.name());
              return mail(kind, organization.organizationId(), owner.email(), all, now);
            })
        .toList();
  }

  private static AccountMailRequested mail(
      AccountMail kind,
      OrganizationId organization,
      String address,
      Map<String, String> facts,
      Instant now) {
    return new AccountMailRequested(
        TimeOrderedUuid.next(),
        organization,
        now,
        kind,
        address,
        Optional.empty(),
        Optional.empty(),
        facts);
  }

  private ClosingMails() {}
}
