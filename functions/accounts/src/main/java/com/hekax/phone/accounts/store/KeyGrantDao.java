package com.hekax.phone.accounts.store;

import com.hekax.phone.accounts.keys.KeyGrant;
import com.hekax.phone.contracts.ApiKeyId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements of the system over {@code api_keys}. */
@RegisterConstructorMapper(KeyGrant.class)
public interface KeyGrantDao {

  /** The key of that hash, when it is good and the plan has keys. Served by the unique index. */
  @AcrossOrganizations("a key is all that a program shows")
  @SqlQuery(
      """
      select api_keys.organization_id, api_keys.id, api_keys.scopes
        from api_keys
        join organizations on organizations.organization_id = api_keys.organization_id
        join plans on plans.code = organizations.plan
       where api_keys.key_hash = :hash
         and (api_keys.expires_at is null or api_keys.expires_at > :now)
         and 'API_KEYS' = any(plans.features)
      """)
  Optional<KeyGrant> find(byte[] hash, Instant now);

  /** Notes a use, unless one was noted since {@code before}. */
  @SqlUpdate(
      """
      update api_keys set last_used_at = :now
       where organization_id = :organization and id = :key
         and (last_used_at is null or last_used_at < :before)
      """)
  void markUsed(OrganizationId organization, ApiKeyId key, Instant now, Instant before);
}
