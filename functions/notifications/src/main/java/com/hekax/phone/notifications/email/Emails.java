package com.hekax.phone.notifications.email;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.notifications.store.EmailDao;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.http.Page;
import com.hekax.phone.platform.http.PageRequest;
import com.hekax.phone.platform.queues.Deliveries;
import com.hekax.phone.platform.queues.DeliveryStory;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Role;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be asked and said about the e-mails of an organization. */
public final class Emails {
  /** Their name in {@code deliveries}. */
  static final String CONSUMER = "email";

  /** Those who are told of everything until they choose; the others choose to be told. */
  static final List<Role> TOLD_BY_DEFAULT = List.of(Role.OWNER, Role.ADMIN);

  private final Database database;
  private final Deliveries deliveries;
  private final InstantSource clock;

  Emails(Database database, Deliveries deliveries, InstantSource clock) {
    this.database = database;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /**
   * One e-mail on its way, or where it ended.
   *
   * @param to empty when they belong to the organization no more
   */
  public record Sent(DeliveryStory story, Optional<MemberName> to) {}

  /** What a member is told of. */
  public EmailPreferences preferences(Member member) {
    return database
        .read(
            member.organization(),
            tx -> tx.dao(EmailDao.class).findPreferences(member.organization(), member.user()))
        .orElseGet(() -> byDefault(member.role()));
  }

  /** From now on a member is told of these and no others. */
  public void choose(Member member, EmailPreferences preferences) {
    database.useTransaction(
        member.organization(),
        tx ->
            tx.dao(EmailDao.class)
                .savePreferences(
                    member.organization(), member.user(), preferences, clock.instant()));
  }

  /** What was sent to all members and what came back, newest first. */
  public Page<Sent> deliveries(OrganizationId organization, PageRequest asked) {
    var page = deliveries.page(organization, CONSUMER, asked);
    var names = names(organization, page);
    return page.map(
        story ->
            new Sent(story, Optional.ofNullable(names.get(new UserId(story.delivery().target())))));
  }

  private Map<UserId, MemberName> names(OrganizationId organization, Page<DeliveryStory> page) {
    var users = page.items().stream().map(story -> story.delivery().target()).distinct().toList();
    return database
        .read(organization, tx -> tx.dao(EmailDao.class).findNames(organization, users))
        .stream()
        .collect(Collectors.toMap(MemberName::userId, member -> member));
  }

  private static EmailPreferences byDefault(Role role) {
    return new EmailPreferences(
        TOLD_BY_DEFAULT.contains(role) ? List.of(EmailEventType.values()) : List.of());
  }
}
