package com.hekax.phone.notifications.store;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.notifications.slack.KeptTokens;
import com.hekax.phone.notifications.slack.SlackConnection;
import com.hekax.phone.notifications.slack.SlackConnectionId;
import com.hekax.phone.notifications.slack.SlackTarget;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements over {@code slack_connections}, of which an organization has one at most. */
@RegisterConstructorMapper(SlackConnection.class)
@RegisterConstructorMapper(SlackTarget.class)
@RegisterConstructorMapper(KeptTokens.class)
public interface SlackConnectionDao {

  /** The connection, unless it was ended. */
  @SqlQuery(
      """
      select id, status, team_name, channel_id, channel_name, last_error, last_ok_at, connected_at
        from slack_connections
       where organization_id = :organization and status <> 'DISCONNECTED'
      """)
  Optional<SlackConnection> find(OrganizationId organization);

  /** What its deliveries go by, also when it was ended. */
  @SqlQuery("select id from slack_connections where organization_id = :organization")
  Optional<SlackConnectionId> findId(OrganizationId organization);

  /** Where messages go, if they are to go anywhere. */
  @SqlQuery(
      """
      select connection.channel_id, organization.country, encode(connection.tokens, 'hex') as sealed,
             connection.access_expires_at, connection.token_version as version
        from slack_connections connection
        join accounts_read.organizations organization
          on organization.organization_id = connection.organization_id
       where connection.organization_id = :organization and connection.status = 'ACTIVE'
      """)
  Optional<SlackTarget> findTarget(OrganizationId organization);

  /** The tokens, while they are good. */
  @SqlQuery(
      """
      select encode(tokens, 'hex') as sealed, access_expires_at, token_version as version
        from slack_connections
       where organization_id = :organization and status = 'ACTIVE'
      """)
  Optional<KeptTokens> findTokens(OrganizationId organization);

  /** Connects a channel for the first time or again; then the connection keeps its id. */
  @SqlUpdate(
      """
      insert into slack_connections as connection
        (id, organization_id, team_id, team_name, channel_id, channel_name, scopes, tokens,
         access_expires_at, status, connected_at)
      values
        (:id, :organization, :teamId, :teamName, :channelId, :channelName, :scopes, :tokens,
         :accessExpiresAt, 'ACTIVE', :now)
      on conflict (organization_id) do update
         set team_id = excluded.team_id, team_name = excluded.team_name,
             channel_id = excluded.channel_id, channel_name = excluded.channel_name,
             scopes = excluded.scopes, tokens = excluded.tokens,
             access_expires_at = excluded.access_expires_at,
             token_version = connection.token_version + 1, refreshing_until = null,
             status = 'ACTIVE', last_error = null, connected_at = excluded.connected_at
       where connection.organization_id = :organization
      """)
  void connect(
      OrganizationId organization,
      SlackConnectionId id,
      String teamId,
      String teamName,
      String channelId,
      String channelName,
      Set<String> scopes,
      byte[] tokens,
      Optional<Instant> accessExpiresAt,
      Instant now);

  /** Takes the right to get new tokens in place of a version: 1, or 0 when somebody else has it. */
  @SqlUpdate(
      """
      update slack_connections set refreshing_until = :until
       where organization_id = :organization and status = 'ACTIVE' and token_version = :version
         and (refreshing_until is null or refreshing_until <= :now)
      """)
  int beginRenewal(OrganizationId organization, int version, Instant now, Instant until);

  /** Gives that right back; the tokens stay. */
  @SqlUpdate(
      """
      update slack_connections set refreshing_until = null
       where organization_id = :organization and token_version = :version
      """)
  int endRenewal(OrganizationId organization, int version);

  /** Keeps the tokens of a version under another seal. */
  @SqlUpdate(
      """
      update slack_connections set tokens = :tokens
       where organization_id = :organization and status = 'ACTIVE' and token_version = :version
      """)
  void reseal(OrganizationId organization, int version, byte[] tokens);

  /** Keeps new tokens in place of a version: 1, or 0 when it is no longer the newest. */
  @SqlUpdate(
      """
      update slack_connections
         set tokens = :tokens, access_expires_at = :accessExpiresAt,
             token_version = token_version + 1, refreshing_until = null
       where organization_id = :organization and status = 'ACTIVE' and token_version = :version
      """)
  int renew(
      OrganizationId organization, int version, byte[] tokens, Optional<Instant> accessExpiresAt);

  /** These tokens are no good any more: 1, or 0 when that was known or there are others. */
  @SqlUpdate(
      """
      update slack_connections
         set status = 'RECONNECT_NEEDED', last_error = :reason, refreshing_until = null
       where organization_id = :organization and status = 'ACTIVE' and token_version = :version
      """)
  int lose(OrganizationId organization, int version, String reason);

  /** Ends it and forgets its tokens: 1, or 0 when there was nothing to end. */
  @SqlUpdate(
      """
      update slack_connections
         set status = 'DISCONNECTED', tokens = null, last_error = null, refreshing_until = null
       where organization_id = :organization and status <> 'DISCONNECTED'
      """)
  int disconnect(OrganizationId organization);

  @SqlUpdate(
      """
      update slack_connections set last_ok_at = :now
       where organization_id = :organization
      """)
  void worked(OrganizationId organization, Instant now);
}
