package com.hekax.phone.platform.entitlements;

import com.hekax.phone.contracts.OrganizationId;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The published view {@code accounts_read.entitlements}. */
@RegisterConstructorMapper(Plan.class)
public interface EntitlementDao {

  @SqlQuery(
      """
      select plan, call_minutes, ai_minutes, phone_numbers, members, features
        from accounts_read.entitlements
       where organization_id = :organization
      """)
  Optional<Plan> find(OrganizationId organization);
}
