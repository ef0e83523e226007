package com.hekax.phone.accounts.store;

import com.hekax.phone.accounts.Profile;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Statements of one organization over its members and itself. */
@RegisterConstructorMapper(Profile.class)
public interface ProfileDao {

  @SqlQuery(
      """
      select users.id as user_id, users.name, users.email, organizations.organization_id,
             organizations.name as organization_name, organizations.time_zone, organizations.country,
             users.two_step_since is not null as two_step
        from memberships
        join organizations on organizations.organization_id = memberships.organization_id
        join users on users.id = memberships.user_id
       where memberships.organization_id = :organization and memberships.user_id = :user
      """)
  Optional<Profile> find(OrganizationId organization, UserId user);
}
