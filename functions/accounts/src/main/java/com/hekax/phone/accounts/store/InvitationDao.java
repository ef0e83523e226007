package com.hekax.phone.accounts.store;

import com.hekax.phone.accounts.team.Invitation;
import com.hekax.phone.accounts.team.InvitationId;
import com.hekax.phone.accounts.team.NewInvitation;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements of one organization over its {@code invitations}. */
@RegisterConstructorMapper(Invitation.class)
public interface InvitationDao {

  /** Neither accepted nor withdrawn. Who invited is seen only while they are a member. */
  String WAITING =
      """
      select invitations.id, invitations.email, invitations.role, inviter.name as inviter_name,
             invitations.created_at, invitations.expires_at
        from invitations
        left join users as inviter on inviter.id = invitations.invited_by
       where invitations.organization_id = :organization
         and invitations.accepted_at is null and invitations.withdrawn_at is null
      """;

  @SqlQuery(WAITING + " order by invitations.created_at desc, invitations.id desc")
  List<Invitation> findWaiting(OrganizationId organization);

  @SqlQuery(WAITING + " and invitations.id = :id")
  Optional<Invitation> find(OrganizationId organization, InvitationId id);

  /** Those of the addresses, in small letters, that are of members. */
  @SqlQuery(
      """
      select lower(users.email)
        from memberships
        join users on users.id = memberships.user_id
       where memberships.organization_id = :organization and lower(users.email) = any(:addresses)
      """)
  Set<String> findMembersAmong(OrganizationId organization, List<String> addresses);

  /** Those of the addresses, in small letters, that have an invitation with a good link. */
  @SqlQuery(
      """
      select lower(email)
        from invitations
       where organization_id = :organization and lower(email) = any(:addresses)
         and accepted_at is null and withdrawn_at is null and expires_at > :now
      """)
  Set<String> findOpenAmong(OrganizationId organization, List<String> addresses, Instant now);

  @SqlQuery(
      """
      select (select count(*) from memberships where organization_id = :organization)
           + (select count(*)
                from invitations
               where organization_id = :organization
                 and accepted_at is null and withdrawn_at is null and expires_at > :now)
      """)
  int countMembersAndOpen(OrganizationId organization, Instant now);

  @SqlUpdate(
      """
      update invitations set withdrawn_at = :now
       where organization_id = :organization and lower(email) = :address
         and accepted_at is null and withdrawn_at is null and expires_at <= :now
      """)
  void withdrawExpired(OrganizationId organization, String address, Instant now);

  @SqlUpdate(
      """
      insert into invitations
        (id, organization_id, email, role, invited_by, code_id, created_at, expires_at)
      values
        (:id, :organization, :invited.email, :invited.role, :by, :code, :now, :expiresAt)
      """)
  void insert(
      OrganizationId organization,
      InvitationId id,
      @BindMethods("invited") NewInvitation invited,
      UserId by,
      UUID code,
      Instant now,
      Instant expiresAt);

  /** Gives one that waits another code: 1, or 0 when it no longer waits. */
  @SqlUpdate(
      """
      update invitations set code_id = :code, expires_at = :expiresAt
       where organization_id = :organization and id = :id
         and accepted_at is null and withdrawn_at is null
      """)
  int renew(OrganizationId organization, InvitationId id, UUID code, Instant expiresAt);

  /** Takes back one that waits: 1, or 0 when it no longer waits. */
  @SqlUpdate(
      """
      update invitations set withdrawn_at = :now
       where organization_id = :organization and id = :id
         and accepted_at is null and withdrawn_at is null
      """)
  int withdraw(OrganizationId organization, InvitationId id, Instant now);
}
