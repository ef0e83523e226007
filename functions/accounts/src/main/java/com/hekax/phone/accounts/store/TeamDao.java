package com.hekax.phone.accounts.store;

import com.hekax.phone.accounts.team.TeamMember;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.tenancy.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Statements of one organization over its {@code memberships} and the {@code sessions} of these.
 */
@RegisterConstructorMapper(TeamMember.class)
public interface TeamDao {
  String MEMBER =
      """
      select memberships.user_id, users.name, users.email, memberships.role,
             users.two_step_since is not null as two_step, memberships.created_at as joined_at,
             (select max(greatest(sessions.created_at, sessions.last_used_at))
                from sessions
               where sessions.organization_id = memberships.organization_id
                 and sessions.user_id = memberships.user_id) as last_seen_at
        from memberships
        join users on users.id = memberships.user_id
       where memberships.organization_id = :organization
      """;

  @SqlQuery(MEMBER + " order by users.name, users.id")
  List<TeamMember> findAll(OrganizationId organization);

  @SqlQuery(MEMBER + " and memberships.user_id = :user")
  Optional<TeamMember> find(OrganizationId organization, UserId user);

  @SqlQuery(
      "select role from memberships where organization_id = :organization and user_id = :user")
  Optional<Role> findRole(OrganizationId organization, UserId user);

  @SqlQuery(
      "select count(*) from memberships where organization_id = :organization and role = 'OWNER'")
  int countOwners(OrganizationId organization);

  @SqlUpdate(
      """
      update memberships set role = :role
       where organization_id = :organization and user_id = :user
      """)
  void updateRole(OrganizationId organization, UserId user, Role role);

  @SqlUpdate(
      """
      update sessions set ended_at = :now, ended_because = :because
       where organization_id = :organization and user_id = :user and ended_at is null
      """)
  void endSessions(OrganizationId organization, UserId user, String because, Instant now);

  @SqlUpdate("delete from memberships where organization_id = :organization and user_id = :user")
  void delete(OrganizationId organization, UserId user);
}
