package com.hekax.phone.notifications.store;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.notifications.webhooks.Receiver;
import com.hekax.phone.notifications.webhooks.Webhook;
import com.hekax.phone.notifications.webhooks.WebhookEventType;
import com.hekax.phone.notifications.webhooks.WebhookId;
import com.hekax.phone.platform.http.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Statements over {@code webhooks}. An organization has twenty at most, so the index {@code
 * (organization_id, created_at, id)} serves them all.
 */
@RegisterConstructorMapper(Webhook.class)
@RegisterConstructorMapper(Receiver.class)
public interface WebhookDao {

  /** One page, newest first, from right after {@code position}. */
  @SqlQuery(
      """
      select id, url, event_types, status, created_at
        from webhooks
       where organization_id = :organization
         and (created_at, id) < (:position.time, :position.id)
       order by created_at desc, id desc
       limit :limit
      """)
  List<Webhook> findPage(
      OrganizationId organization, @BindMethods("position") Cursor position, int limit);

  @SqlQuery(
      "select exists (select from webhooks where organization_id = :organization and id = :id)")
  boolean exists(OrganizationId organization, WebhookId id);

  /** Holds them all until the transaction ends. */
  @SqlQuery("select id from webhooks where organization_id = :organization order by id for update")
  List<WebhookId> lockAll(OrganizationId organization);

  @SqlQuery("select count(*) from webhooks where organization_id = :organization")
  int count(OrganizationId organization);

  default void insert(OrganizationId organization, Webhook webhook, byte[] secret) {
    var eventTypes = webhook.eventTypes().stream().map(WebhookEventType::name).toList();
    insert(organization, webhook, eventTypes, secret);
  }

  @SqlUpdate(
      """
      insert into webhooks (id, organization_id, url, event_types, secret, status, created_at)
      values (:webhook.id, :organization, :webhook.url, :eventTypes, :secret, :webhook.status, :webhook.createdAt)
      """)
  void insert(
      OrganizationId organization,
      @BindMethods("webhook") Webhook webhook,
      List<String> eventTypes,
      byte[] secret);

  /** Keeps the secret under another seal. */
  @SqlUpdate(
      "update webhooks set secret = :secret where organization_id = :organization and id = :id")
  void reseal(OrganizationId organization, WebhookId id, byte[] secret);

  @SqlUpdate("delete from webhooks where organization_id = :organization and id = :id")
  int delete(OrganizationId organization, WebhookId id);

  /** Who wants to be told of a type. */
  @SqlQuery(
      """
      select id, url, encode(secret, 'hex') as sealed_secret, failing_since, paused_until
        from webhooks
       where organization_id = :organization and status = 'ACTIVE' and :type = any(event_types)
       order by id
      """)
  List<Receiver> findSubscribed(OrganizationId organization, WebhookEventType type);

  /** The receiver, held until the transaction ends; empty if it is to be sent nothing more. */
  @SqlQuery(
      """
      select id, url, encode(secret, 'hex') as sealed_secret, failing_since, paused_until
        from webhooks
       where organization_id = :organization and id = :id and status = 'ACTIVE'
         for update
      """)
  Optional<Receiver> lockActive(OrganizationId organization, WebhookId id);

  /** It has succeeded: what failed before no longer counts. */
  @SqlUpdate(
      """
      update webhooks set failing_since = null
       where organization_id = :organization and id = :id and failing_since is not null
      """)
  int recover(OrganizationId organization, WebhookId id);

  @SqlUpdate(
      """
      update webhooks set failing_since = :since
       where organization_id = :organization and id = :id
      """)
  void markFailing(OrganizationId organization, WebhookId id, Instant since);

  /** Leaves it alone until then; a longer pause stays. */
  @SqlUpdate(
      """
      update webhooks set paused_until = greatest(paused_until, :until)
       where organization_id = :organization and id = :id
      """)
  void pause(OrganizationId organization, WebhookId id, Instant until);

  @SqlUpdate(
      """
      update webhooks set status = 'DISABLED', disabled_because = :because
       where organization_id = :organization and id = :id
      """)
  void disable(OrganizationId organization, WebhookId id, String because);
}
