package com.hekax.phone.platform.queues;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.db.SystemDatabase;
import com.hekax.phone.platform.http.Page;
import com.hekax.phone.platform.http.PageRequest;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Our own retry table. A vendor that says "later" moves a row's next attempt and the queue message
 * is finished with: a slow vendor of one organization never fills a queue that others wait in.
 *
 * <p>An attempt is claimed before it is made, by moving its next attempt a lease ahead. Whoever
 * dies in the middle leaves a row that is due again after the lease.
 */
@AcrossOrganizations("a job sends again for all organizations, so many each")
public final class Deliveries {
  /** Longer than any attempt: a function's time-out is a minute. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final Database database;
  private final SystemDatabase system;
  private final InstantSource clock;

  public Deliveries(Database database, SystemDatabase system, InstantSource clock) {
    this.database = database;
    this.system = system;
    this.clock = clock;
  }

  /**
   * Writes down what is to be delivered, claimed by the caller; an event that is on its way to its
   * target already is left out.
   */
  public List<Outgoing> open(OrganizationId organization, List<Outgoing> wanted) {
    return openDue(organization, wanted, clock.instant().plus(LEASE));
  }

  /** The same for a target that is not to be tried before {@code due}: nobody has claimed it. */
  public void openLater(OrganizationId organization, Outgoing wanted, Instant due) {
    openDue(organization, List.of(wanted), due);
  }

  private List<Outgoing> openDue(OrganizationId organization, List<Outgoing> wanted, Instant due) {
    return database.inTransaction(
        organization,
        tx -> {
          var dao = tx.dao(DeliveryDao.class);
          return wanted.stream().filter(one -> dao.insert(organization, one, due) == 1).toList();
        });
  }

  /**
   * Claims what is due: of each organization the oldest first, and of all organizations the same
   * number before one gets more.
   *
   * @param perOrganization at most so many of one organization, so that none keeps the others
   *     waiting
   */
  public List<Outgoing> claimDue(String consumer, int perOrganization, int limit) {
    var now = clock.instant();
    return system.inTransaction(
        tx ->
            tx.dao(DeliveryDao.class)
                .claimDue(consumer, now, now.plus(LEASE), perOrganization, limit));
  }

  /** It arrived. */
  public void delivered(Outgoing outgoing, int status) {
    settle(outgoing, "DELIVERED", Optional.empty(), Optional.of(status), Optional.empty());
  }

  /** It is to be tried again. */
  public void retry(Outgoing outgoing, Duration after, Optional<Integer> status, String error) {
    settle(outgoing, "WAITING", Optional.of(after), status, Optional.of(error));
  }

  /** It is given up. */
  public void failed(Outgoing outgoing, Optional<Integer> status, String error) {
    settle(outgoing, "FAILED", Optional.empty(), status, Optional.of(error));
  }

  /** Nothing that waits for a target is tried before {@code until}; it counts as no attempt. */
  public void postpone(OrganizationId organization, String consumer, UUID target, Instant until) {
    database.useTransaction(
        organization,
        tx -> tx.dao(DeliveryDao.class).postpone(organization, consumer, target, until));
  }

  /** Gives up all that waits for a target, because nothing more is to be sent to it. */
  public void giveUp(OrganizationId organization, String consumer, UUID target, String error) {
    database.useTransaction(
        organization,
        tx -> tx.dao(DeliveryDao.class).giveUp(organization, consumer, target, error));
  }

  /** What was sent to a target and what came back, newest first. */
  public Page<DeliveryStory> page(
      OrganizationId organization, String consumer, UUID target, PageRequest asked) {
    return page(
        organization,
        asked,
        dao -> dao.findPage(organization, consumer, target, asked.position(), asked.rows()));
  }

  /** The same of all targets of a consumer. */
  public Page<DeliveryStory> page(OrganizationId organization, String consumer, PageRequest asked) {
    return page(
        organization,
        asked,
        dao -> dao.findPage(organization, consumer, asked.position(), asked.rows()));
  }

  private Page<DeliveryStory> page(
      OrganizationId organization,
      PageRequest asked,
      Function<DeliveryDao, List<DeliveryRecord>> find) {
    return database.read(
        organization,
        tx -> {
          var dao = tx.dao(DeliveryDao.class);
          var page = Page.of(find.apply(dao), asked, DeliveryRecord::position);
          var attempts = attempts(dao, organization, page.items());
          return page.map(
              row -> new DeliveryStory(row, attempts.getOrDefault(row.id(), List.of())));
        });
  }

  private static Map<UUID, List<DeliveryAttempt>> attempts(
      DeliveryDao dao, OrganizationId organization, List<DeliveryRecord> deliveries) {
    var ids = deliveries.stream().map(DeliveryRecord::id).toList();
    return dao.findAttempts(organization, ids).stream()
        .collect(Collectors.groupingBy(DeliveryAttempt::deliveryId));
  }

  private void settle(
      Outgoing outgoing,
      String status,
      Optional<Duration> after,
      Optional<Integer> answer,
      Optional<String> error) {
    var now = clock.instant();
    database.useTransaction(
        outgoing.organizationId(),
        tx ->
            tx.dao(DeliveryDao.class)
                .settle(
                    outgoing.organizationId(),
                    outgoing.id(),
                    status,
                    after.map(now::plus),
                    answer,
                    error,
                    now));
  }
}
