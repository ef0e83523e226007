package com.hekax.phone.accounts.store;

import com.hekax.phone.accounts.OwnOrganization;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Statements of the system over the {@code memberships} of one person. */
@RegisterConstructorMapper(OwnOrganization.class)
public interface OwnOrganizationDao {

  @AcrossOrganizations("a person may belong to several organizations")
  @SqlQuery(
      """
      select organizations.organization_id as id, organizations.name, memberships.role
        from memberships
        join organizations on organizations.organization_id = memberships.organization_id
       where memberships.user_id = :user
       order by memberships.created_at, id
      """)
  List<OwnOrganization> findAll(UserId user);

  @AcrossOrganizations("a person may belong to several organizations")
  @SqlQuery("select count(*) from memberships where user_id = :user")
  int count(UserId user);
}
