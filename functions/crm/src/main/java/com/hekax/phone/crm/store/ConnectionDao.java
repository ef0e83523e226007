package com.hekax.phone.crm.store;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.crm.CrmConnection;
import com.hekax.phone.crm.CrmConnectionId;
import com.hekax.phone.crm.KeptTokens;
import com.hekax.phone.crm.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements over {@code crm_connections}. An organization has a handful. */
@RegisterConstructorMapper(CrmConnection.class)
@RegisterConstructorMapper(KeptTokens.class)
public interface ConnectionDao {

  /** Those that have not been ended, oldest first. */
  @SqlQuery(
      """
      select id, provider, external_account_id, account_name, status, last_error, last_ok_at, connected_at
        from crm_connections
       where organization_id = :organization and status <> 'DISCONNECTED'
       order by connected_at, id
      """)
  List<CrmConnection> findAll(OrganizationId organization);

  /** The account at a provider, if one is connected. */
  @SqlQuery(
      """
      select id, provider, external_account_id, account_name, status, last_error, last_ok_at, connected_at
        from crm_connections
       where organization_id = :organization and provider = :provider and status <> 'DISCONNECTED'
      """)
  Optional<CrmConnection> find(OrganizationId organization, Provider provider);

  @SqlQuery(
      """
      select id, provider, external_account_id, account_name, status, last_error, last_ok_at, connected_at
        from crm_connections
       where organization_id = :organization and id = :id and status = 'ACTIVE'
      """)
  Optional<CrmConnection> findActive(OrganizationId organization, CrmConnectionId id);

  @SqlQuery(
      """
      select exists (
        select from crm_connections
         where organization_id = :organization and id = :id and status <> 'DISCONNECTED')
      """)
  boolean exists(OrganizationId organization, CrmConnectionId id);

  /** Its tokens, unless it was ended. */
  @SqlQuery(
      """
      select status, encode(tokens, 'hex') as sealed, access_expires_at, token_version as version
        from crm_connections
       where organization_id = :organization and id = :id and status <> 'DISCONNECTED'
      """)
  Optional<KeptTokens> findTokens(OrganizationId organization, CrmConnectionId id);

  /** The same, held until the transaction ends. */
  @SqlQuery(
      """
      select status, encode(tokens, 'hex') as sealed, access_expires_at, token_version as version
        from crm_connections
       where organization_id = :organization and id = :id and status <> 'DISCONNECTED'
         for update
      """)
  Optional<KeptTokens> lockTokens(OrganizationId organization, CrmConnectionId id);

  /** Connects an account for the first time or again; then it keeps its id. */
  @SqlQuery(
      """
      insert into crm_connections as connection
        (id, organization_id, provider, external_account_id, account_name, scopes, tokens,
         access_expires_at, status, connected_at)
      values
        (:id, :organization, :provider, :account, :accountName, :scopes, :tokens,
         :accessExpiresAt, 'ACTIVE', :now)
      on conflict (organization_id, provider, external_account_id) do update
         set account_name = coalesce(excluded.account_name, connection.account_name),
             scopes = excluded.scopes, tokens = excluded.tokens,
             access_expires_at = excluded.access_expires_at,
             token_version = connection.token_version + 1, refreshing_until = null,
             status = 'ACTIVE', last_error = null, connected_at = excluded.connected_at
       where connection.organization_id = :organization
      returning id
      """)
  CrmConnectionId connect(
      OrganizationId organization,
      CrmConnectionId id,
      Provider provider,
      String account,
      Optional<String> accountName,
      Set<String> scopes,
      byte[] tokens,
      Instant accessExpiresAt,
      Instant now);

  /** Takes the right to get new tokens in place of a version: 1, or 0 when somebody else has it. */
  @SqlUpdate(
      """
      update crm_connections set refreshing_until = :until
       where organization_id = :organization and id = :id and status = 'ACTIVE'
         and token_version = :version
         and (refreshing_until is null or refreshing_until <= :now)
      """)
  int beginRenewal(
      OrganizationId organization, CrmConnectionId id, int version, Instant now, Instant until);

  /** Gives that right back; the tokens stay. */
  @SqlUpdate(
      """
      update crm_connections set refreshing_until = null
       where organization_id = :organization and id = :id and token_version = :version
      """)
  int endRenewal(OrganizationId organization, CrmConnectionId id, int version);

  /** Keeps new tokens in place of a version: 1, or 0 when it is no longer the newest. */
  @SqlUpdate(
      """
      update crm_connections
         set tokens = :tokens, access_expires_at = :accessExpiresAt,
             token_version = token_version + 1, refreshing_until = null
       where organization_id = :organization and id = :id and status = 'ACTIVE'
         and token_version = :version
      """)
  int renew(
      OrganizationId organization,
      CrmConnectionId id,
      int version,
      byte[] tokens,
      Instant accessExpiresAt);

  /** The access is gone: 1, or 0 when that was known. */
  @SqlUpdate(
      """
      update crm_connections
         set status = 'RECONNECT_NEEDED', last_error = :reason, refreshing_until = null
       where organization_id = :organization and id = :id and status = 'ACTIVE'
      """)
  int lose(OrganizationId organization, CrmConnectionId id, String reason);

  /** Ends it and forgets its tokens. */
  @SqlUpdate(
      """
      update crm_connections set status = 'DISCONNECTED', tokens = null, refreshing_until = null
       where organization_id = :organization and id = :id
      """)
  void disconnect(OrganizationId organization, CrmConnectionId id);

  @SqlUpdate(
      """
      update crm_connections set last_ok_at = :now
       where organization_id = :organization and id = :id
      """)
  void worked(OrganizationId organization, CrmConnectionId id, Instant now);
}
