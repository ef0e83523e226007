package com.hekax.phone.accounts;

import at.favre.lib.crypto.bcrypt.BCrypt;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.platform.tenancy.Member;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** A business of four, made for each test: owner, admin, manager and agent. */
@SuppressWarnings("this-escape") // As in the base: it hands out what needs no subclass.
public abstract class TeamTest extends DatabaseTest {
  protected static final String PASSWORD = "correct horse battery";

  /** Of the least cost: what a password costs is not what is tested here. */
  private static final String PASSWORD_HASH =
      BCrypt.withDefaults().hashToString(4, PASSWORD.toCharArray());

  private int businesses;
  protected Organization bright = acme();

  @BeforeEach
  void given_a_business_of_four() {
    bright = business("Bright" + ++businesses);
    sql("delete from outbox");
  }

  /** A business whose plan has no limit and whose members have the common password. */
  protected final Organization business(String name) {
    var business = organization(name);
    onPlan(business, "SCALE");
    for (var user : business.members().values()) {
      sql("update users set password_hash = ? where id = ?", PASSWORD_HASH, user.value());
    }
    return business;
  }

  protected final void onPlan(Organization business, String plan) {
    sql("update organizations set plan = ? where organization_id = ?", plan, business.id().value());
  }

  /** What the person is in the business now; "nobody" for somebody who does not belong to it. */
  protected final String roleOf(UserId user, Organization business) {
    return rows(
            "select role from memberships where organization_id = ? and user_id = ?",
            business.id().value(),
            user.value())
        .stream()
        .map(row -> String.valueOf(row.get("role")))
        .findFirst()
        .orElse("nobody");
  }

  /** Signs the person in on one more device. */
  protected final void signedIn(Member member) {
    sql(
        "insert into sessions (id, organization_id, user_id, created_at) values (?, ?, ?, now())",
        UUID.randomUUID(),
        member.organization().value(),
        member.user().value());
  }

  protected final long openSessionsOf(Member member) {
    return rows(
            "select from sessions where organization_id = ? and user_id = ? and ended_at is null",
            member.organization().value(),
            member.user().value())
        .size();
  }

  /** Does all of it at once, each on a thread of its own. */
  protected static <T> List<T> atOnce(List<Callable<T>> works) {
    var start = new CountDownLatch(works.size());
    try (var people = Executors.newFixedThreadPool(works.size())) {
      var running =
          works.stream()
              .map(
                  work ->
                      people.submit(
                          () -> {
                            start.countDown();
                            start.await();
                            return work.call();
                          }))
              .toList();
      return running.stream().map(TeamTest::join).toList();
    }
  }

  protected static <T> List<T> atOnce(int times, Callable<T> work) {
    return atOnce(Stream.generate(() -> work).limit(times).toList());
  }

  private static <T> T join(Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
