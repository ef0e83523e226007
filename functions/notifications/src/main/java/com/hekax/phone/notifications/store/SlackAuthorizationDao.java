package com.hekax.phone.notifications.store;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.notifications.slack.SlackAuthorizations.Begun;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import com.hekax.phone.platform.tenancy.Role;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements over {@code slack_authorizations}, which are known by the hash of their state. */
@RegisterConstructorMapper(Begun.class)
public interface SlackAuthorizationDao {

  @SqlUpdate(
      """
      insert into slack_authorizations
        (state_hash, organization_id, user_id, verifier_hash, expires_at)
      values
        (:stateHash, :organization, :user, :verifierHash, :expiresAt)
      """)
  void insert(
      OrganizationId organization,
      UserId user,
      byte[] stateHash,
      byte[] verifierHash,
      Instant expiresAt);

  /** The one with this state, which it no longer is from now on. */
  @AcrossOrganizations("a browser that comes back from a vendor brings the state and nothing else")
  @SqlQuery(
      """
      delete from slack_authorizations
       where state_hash = :stateHash
      returning organization_id, user_id, encode(verifier_hash, 'hex') as verifier_hash,
                expires_at
      """)
  Optional<Begun> redeem(byte[] stateHash);

  /** What a member is in the organization today. */
  @SqlQuery(
      """
      select role from accounts_read.members
       where organization_id = :organization and user_id = :user
      """)
  Optional<Role> findRole(OrganizationId organization, UserId user);
}
