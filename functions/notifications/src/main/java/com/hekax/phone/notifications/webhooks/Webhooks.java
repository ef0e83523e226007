package com.hekax.phone.notifications.webhooks;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.notifications.store.WebhookDao;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.entitlements.Entitlements;
import com.hekax.phone.platform.entitlements.Feature;
import com.hekax.phone.platform.http.Page;
import com.hekax.phone.platform.http.PageRequest;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.queues.Deliveries;
import com.hekax.phone.platform.queues.DeliveryStory;
import com.hekax.phone.platform.vendor.ForbiddenAddressException;
import com.hekax.phone.platform.vendor.OutboundAddresses;
import java.time.InstantSource;
import java.util.List;

/** What can be asked and done about an organization's webhooks. */
public final class Webhooks {
  /** Their name in {@code deliveries}. */
  public static final String CONSUMER = "webhooks";

  private static final int MOST = 20;

  private final Database database;
  private final Deliveries deliveries;
  private final Entitlements entitlements;
  private final OutboundAddresses addresses;
  private final SealedSecrets secrets;
  private final InstantSource clock;

  Webhooks(
      Database database,
      Deliveries deliveries,
      Entitlements entitlements,
      OutboundAddresses addresses,
      SealedSecrets secrets,
      InstantSource clock) {
    this.database = database;
    this.deliveries = deliveries;
    this.entitlements = entitlements;
    this.addresses = addresses;
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * A new webhook.
   *
   * @param secret shown this once
   */
  public record Created(Webhook webhook, String secret) {}

  /** One page, newest first. */
  public Page<Webhook> page(OrganizationId organization, PageRequest asked) {
    var rows =
        database.read(
            organization,
            tx -> tx.dao(WebhookDao.class).findPage(organization, asked.position(), asked.rows()));
    return Page.of(rows, asked, Webhook::position);
  }

  /** Adds a webhook with a secret of its own, which is kept sealed. */
  public Created create(
      OrganizationId organization, String url, List<WebhookEventType> eventTypes) {
    entitlements.require(organization, Feature.WEBHOOKS);
    checkAddress(url);
    var secret = SigningSecret.create();
    var sealed = secrets.seal(organization, secret);
    var webhook =
        new Webhook(WebhookId.create(), url, eventTypes, WebhookStatus.ACTIVE, clock.instant());
    database.useTransaction(
        organization,
        tx -> {
          var dao = tx.dao(WebhookDao.class);
          checkThereIsRoom(organization, dao);
          dao.insert(organization, webhook, sealed);
        });
    return new Created(webhook, secret.reveal());
  }

  /** Removes a webhook; what waits for it is not sent. */
  public void delete(OrganizationId organization, WebhookId id) {
    database.useTransaction(
        organization,
        tx -> {
          if (tx.dao(WebhookDao.class).delete(organization, id) == 0) {
            throw missing(id);
          }
          deliveries.giveUp(organization, CONSUMER, id.value(), "The webhook was removed.");
        });
  }

  /** What was sent to a webhook and what came back, newest first. */
  public Page<DeliveryStory> deliveries(
      OrganizationId organization, WebhookId id, PageRequest asked) {
    boolean exists =
        database.read(organization, tx -> tx.dao(WebhookDao.class).exists(organization, id));
    if (!exists) {
      throw missing(id);
    }
    return deliveries.page(organization, CONSUMER, id.value(), asked);
  }

  private void checkAddress(String url) {
    try {
      addresses.check(url);
    } catch (ForbiddenAddressException e) {
      throw Problem.invalid("url", e.reason());
    }
  }

  private static void checkThereIsRoom(OrganizationId organization, WebhookDao dao) {
    // Two that add the last one at once wait for each other here, and the second one counts anew.
    dao.lockAll(organization);
    if (dao.count(organization) >= MOST) {
      throw ProblemType.LIMIT_REACHED.because(
          "An organization has %d webhooks at most. Remove one first.", MOST);
    }
  }

  private static Problem missing(WebhookId id) {
    return ProblemType.NOT_FOUND.because("There is no webhook %s.", id);
  }
}
