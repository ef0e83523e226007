package com.hekax.phone.accounts.store;

import com.hekax.phone.accounts.team.InvitationId;
import com.hekax.phone.accounts.team.Welcome;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import com.hekax.phone.platform.tenancy.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements of the system over what a person needs who joins an organization. */
@RegisterConstructorMapper(Welcome.class)
public interface JoinDao {

  /** The invitation whose newest link has this code, as long as the link is good. */
  @AcrossOrganizations("a code is all that a link shows")
  @SqlQuery(
      """
      select invitations.id, invitations.organization_id, organizations.name as organization_name,
             inviter.name as inviter_name, invitations.email, invitations.role,
             person.id as person,
             exists (select from memberships where memberships.user_id = person.id) as has_account
        from invitations
        join organizations on organizations.organization_id = invitations.organization_id
        join users as inviter on inviter.id = invitations.invited_by
        left join users as person on lower(person.email) = lower(invitations.email)
       where invitations.code_id = :code and invitations.accepted_at is null
         and invitations.withdrawn_at is null and invitations.expires_at > :now
      """)
  Optional<Welcome> findOpen(UUID code, Instant now);

  /** Holds the organization until the transaction ends, as all changes of its team do. */
  @SqlQuery(
      "select true from organizations where organization_id = :organization for no key update")
  boolean lock(OrganizationId organization);

  /** The most members that the plan has room for; empty when there is no limit. */
  @SqlQuery(
      """
      select plans.members
        from organizations
        join plans on plans.code = organizations.plan
       where organizations.organization_id = :organization
      """)
  Optional<Integer> findMemberLimit(OrganizationId organization);

  @SqlQuery("select count(*) from memberships where organization_id = :organization")
  int countMembers(OrganizationId organization);

  /** Adds the person: 1, or 0 when somebody was faster with the address. */
  @AcrossOrganizations("a person may belong to several organizations")
  @SqlUpdate(
      """
      insert into users (id, email, name, password_hash, created_at)
      values (:user, :email, :name, :passwordHash, :now)
      on conflict do nothing
      """)
  int insertUser(UserId user, String email, String name, String passwordHash, Instant now);

  @AcrossOrganizations("they belong to none")
  @SqlUpdate("update users set name = :name, password_hash = :passwordHash where id = :user")
  void beginAnew(UserId user, String name, String passwordHash);

  @SqlUpdate(
      """
      insert into memberships (organization_id, user_id, role, created_at)
      values (:organization, :user, :role, :now)
      """)
  void insertMembership(OrganizationId organization, UserId user, Role role, Instant now);

  @SqlUpdate(
      """
      update invitations set accepted_at = :now, accepted_by = :user
       where organization_id = :organization and id = :id
      """)
  void markAccepted(OrganizationId organization, InvitationId id, UserId user, Instant now);
}
