package com.hekax.phone.crm;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.contracts.ConnectionLost;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.crm.hubspot.HubSpotOAuth;
import com.hekax.phone.crm.store.ConnectionDao;
import com.hekax.phone.crm.store.LinkDao;
import com.hekax.phone.platform.crypto.SealBrokenException;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.events.Outbox;
import com.hekax.phone.platform.http.Page;
import com.hekax.phone.platform.http.PageRequest;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.queues.Deliveries;
import com.hekax.phone.platform.queues.DeliveryStory;
import com.hekax.phone.platform.telemetry.Log;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The accounts in CRMs that an organization has connected. */
public final class Connections {
  private final Database database;
  private final Deliveries deliveries;
  private final Outbox outbox;
  private final TokenSeal seal;
  private final HubSpotOAuth oauth;
  private final InstantSource clock;

  Connections(
      Database database,
      Deliveries deliveries,
      Outbox outbox,
      TokenSeal seal,
      HubSpotOAuth oauth,
      InstantSource clock) {
    this.database = database;
    this.deliveries = deliveries;
    this.outbox = outbox;
    this.seal = seal;
    this.oauth = oauth;
    this.clock = clock;
  }

  /** Those that have not been ended, oldest first. */
  public List<CrmConnection> all(OrganizationId organization) {
    return database.read(organization, tx -> tx.dao(ConnectionDao.class).findAll(organization));
  }

  /** The connection, if things can be written to it. */
  Optional<CrmConnection> findActive(OrganizationId organization, CrmConnectionId id) {
    return database.read(
        organization, tx -> tx.dao(ConnectionDao.class).findActive(organization, id));
  }

  /**
   * Connects an account in place of the one before, and has everything sent to it that it does not
   * have: what was captured while it could not be reached.
   */
  void connect(
      OrganizationId organization,
      Provider provider,
      Grant.Given given,
      Optional<String> accountName) {
    var sealed = seal.seal(organization, given.tokens());
    database.useTransaction(
        organization,
        tx -> {
          var dao = tx.dao(ConnectionDao.class);
          dao.find(organization, provider)
              .filter(before -> !before.externalAccountId().equals(given.account()))
              .ifPresent(before -> end(tx, organization, before.id()));
          var now = clock.instant();
          var id =
              dao.connect(
                  organization,
                  CrmConnectionId.create(),
                  provider,
                  given.account(),
                  accountName,
                  given.scopes(),
                  sealed,
                  now.plus(given.accessLife()),
                  now);
          tx.dao(LinkDao.class)
              .findBehind(organization, id)
              .forEach(lead -> openLater(organization, id, lead));
        });
  }

  /** What was brought to a connected account and what came of it, newest first. */
  public Page<DeliveryStory> deliveries(
      OrganizationId organization, CrmConnectionId id, PageRequest asked) {
    boolean exists =
        database.read(organization, tx -> tx.dao(ConnectionDao.class).exists(organization, id));
    if (!exists) {
      throw missing(id);
    }
    return deliveries.page(organization, Intake.CONSUMER, id.value(), asked);
  }

  /** Ends a connection and gives the access back; what waits for it is not sent. */
  public void disconnect(OrganizationId organization, CrmConnectionId id) {
    var tokens =
        database.inTransaction(
            organization,
            tx -> {
              var kept =
                  tx.dao(ConnectionDao.class)
                      .lockTokens(organization, id)
                      .orElseThrow(() -> missing(id));
              end(tx, organization, id);
              return kept;
            });
    // Ours is ended whatever HubSpot says: an access that nobody has tokens for is of no use.
    var revocation = revoke(organization, id, tokens);
    Log.info("A CRM was disconnected", field("connectionId", id), field("revocation", revocation));
  }

  /**
   * Gives all accesses back of an organization that is erased. Here the tokens stay until the
   * vendor has been heard: afterwards nobody could ask.
   *
   * @return whether none is left
   */
  public boolean release(OrganizationId organization) {
    boolean released = true;
    for (var connection : all(organization)) {
      released &= release(organization, connection.id());
    }
    return released;
  }

  private boolean release(OrganizationId organization, CrmConnectionId id) {
    var tokens =
        database.read(organization, tx -> tx.dao(ConnectionDao.class).findTokens(organization, id));
    if (tokens.isPresent() && revoke(organization, id, tokens.get()) == Revocation.UNHEARD) {
      return false;
    }
    database.useTransaction(organization, tx -> end(tx, organization, id));
    return true;
  }

  /** The CRM does not accept our access any more: told once, until it is connected again. */
  void lose(OrganizationId organization, CrmConnection connection, String reason) {
    database.useTransaction(
        organization,
        tx -> {
          if (tx.dao(ConnectionDao.class).lose(organization, connection.id(), reason) == 1) {
            deliveries.giveUp(
                organization, Intake.CONSUMER, connection.id().value(), "Connect the CRM again.");
            outbox.add(
                tx,
                new ConnectionLost(
                    TimeOrderedUuid.next(),
                    organization,
                    clock.instant(),
                    connection.provider().name(),
                    reason));
            Log.warn("A CRM connection was lost", field("connectionId", connection.id()));
          }
        });
  }

  /** It took what it was sent. */
  void worked(OrganizationId organization, CrmConnectionId id) {
    database.useTransaction(
        organization, tx -> tx.dao(ConnectionDao.class).worked(organization, id, clock.instant()));
  }

  private static Problem missing(CrmConnectionId id) {
    return ProblemType.NOT_FOUND.because("There is no connection %s.", id);
  }

  private void end(Tx tx, OrganizationId organization, CrmConnectionId id) {
    tx.dao(ConnectionDao.class).disconnect(organization, id);
    deliveries.giveUp(organization, Intake.CONSUMER, id.value(), "The CRM was disconnected.");
  }

  private void openLater(OrganizationId organization, CrmConnectionId id, LeadId lead) {
    var now = clock.instant();
    var task = new SyncTask(lead).to(organization, id, TimeOrderedUuid.next(), now);
    deliveries.openLater(organization, task, now);
  }

  private Revocation revoke(OrganizationId organization, CrmConnectionId id, KeptTokens tokens) {
    try {
      return oauth.revoke(seal.open(organization, tokens.sealed()).refresh());
    } catch (SealBrokenException e) {
      Log.error("The tokens of a CRM connection could not be opened", e, field("connectionId", id));
      return Revocation.REFUSED;
    }
  }
}
