package com.hekax.phone.calls;

import com.hekax.phone.calls.store.CallDao;
import com.hekax.phone.calls.store.CallEventDao;
import com.hekax.phone.calls.store.CallMessageDao;
import com.hekax.phone.calls.store.CallTurnDao;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.http.Page;
import com.hekax.phone.platform.http.PageRequest;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.problems.ProblemType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/** What can be asked about calls. */
public final class Calls {
  /** The carrier ends every call by then. */
  private static final Duration LONGEST_CALL = Duration.ofHours(4);

  private final Database database;
  private final InstantSource clock;

  public Calls(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A call with the messages that were left in it, in their order. */
  public record WithMessages(Call call, List<CallMessage> messages) {}

  /** One page, newest first. */
  public Page<Call> page(OrganizationId organization, CallFilter filter, PageRequest asked) {
    var exact = filter.live() ? filter.startedWithin(LONGEST_CALL, clock.instant()) : filter;
    var rows =
        database.read(
            organization,
            tx ->
                tx.dao(CallDao.class)
                    .findPage(organization, exact, asked.position(), asked.rows()));
    return Page.of(rows, asked, Call::position);
  }

  public WithMessages get(OrganizationId organization, CallId id) {
    return database.read(
        organization,
        tx ->
            new WithMessages(
                tx.dao(CallDao.class).find(organization, id).orElseThrow(() -> missing(id)),
                tx.dao(CallMessageDao.class).findAll(organization, id)));
  }

  /** One page of the transcript, from its beginning. */
  public Page<CallTurn> turns(OrganizationId organization, CallId id, PageRequest asked) {
    var rows =
        ofCall(
            organization,
            id,
            tx ->
                tx.dao(CallTurnDao.class).findPage(organization, id, asked.after(), asked.rows()));
    return Page.of(rows, asked, CallTurn::place);
  }

  /** One page of what happened, from the beginning. */
  public Page<CallEvent> events(OrganizationId organization, CallId id, PageRequest asked) {
    var rows =
        ofCall(
            organization,
            id,
            tx ->
                tx.dao(CallEventDao.class).findPage(organization, id, asked.after(), asked.rows()));
    return Page.of(rows, asked, CallEvent::position);
  }

  private <T> List<T> ofCall(
      OrganizationId organization, CallId id, Function<Tx, List<T>> question) {
    return database.read(
        organization,
        tx -> {
          if (!tx.dao(CallDao.class).exists(organization, id)) {
            throw missing(id);
          }
          return question.apply(tx);
        });
  }

  private static Problem missing(CallId id) {
    return ProblemType.NOT_FOUND.because("There is no call %s.", id);
  }
}
