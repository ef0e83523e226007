package com.hekax.phone.accounts.store;

import com.hekax.phone.accounts.keys.ApiKey;
import com.hekax.phone.contracts.ApiKeyId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.http.Cursor;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Statements of one organization over {@code api_keys}. It has fifty at most, so the index {@code
 * (organization_id, created_at, id)} serves them all.
 */
@RegisterConstructorMapper(ApiKey.class)
public interface ApiKeyDao {

  /** One page, newest first, from right after {@code position}. */
  @SqlQuery(
      """
      select api_keys.id, api_keys.name, api_keys.prefix, api_keys.scopes, api_keys.created_by,
             users.name as created_by_name, api_keys.created_at, api_keys.expires_at,
             api_keys.last_used_at
        from api_keys
        left join users on users.id = api_keys.created_by
       where api_keys.organization_id = :organization
         and (api_keys.created_at, api_keys.id) < (:position.time, :position.id)
       order by api_keys.created_at desc, api_keys.id desc
       limit :limit
      """)
  List<ApiKey> findPage(
      OrganizationId organization, @BindMethods("position") Cursor position, int limit);

  /** Holds them all until the transaction ends. */
  @SqlQuery("select id from api_keys where organization_id = :organization order by id for update")
  List<ApiKeyId> lockAll(OrganizationId organization);

  @SqlQuery("select count(*) from api_keys where organization_id = :organization")
  int count(OrganizationId organization);

  @SqlUpdate(
      """
      insert into api_keys (id, organization_id, name, prefix, key_hash, scopes, created_by, created_at, expires_at)
      values (:key.id, :organization, :key.name, :key.prefix, :hash, :scopes, :key.createdBy, :key.createdAt, :key.expiresAt)
      """)
  void insert(
      OrganizationId organization,
      @BindMethods("key") ApiKey key,
      List<String> scopes,
      byte[] hash);

  @SqlUpdate("delete from api_keys where organization_id = :organization and id = :key")
  int delete(OrganizationId organization, ApiKeyId key);
}
