package com.hekax.phone.accounts.store;

import com.hekax.phone.accounts.signup.PendingSignUp;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements of the system over {@code signups}. */
@RegisterConstructorMapper(PendingSignUp.class)
public interface SignUpDao {

  @SqlUpdate(
      """
      insert into signups
        (id, organization_id, email, name, password_hash, organization_name, time_zone, country, created_at,
         expires_at)
      values (:signUp.id, :organization, :signUp.email, :signUp.name, :signUp.passwordHash,
              :signUp.organizationName, :signUp.timeZone, :signUp.country, :now, :expiresAt)
      """)
  void insert(
      OrganizationId organization,
      @BindMethods("signUp") PendingSignUp signUp,
      Instant now,
      Instant expiresAt);

  /** Takes it away, so that of two who show its code one gets it; empty when it is over. */
  @AcrossOrganizations("a code says nothing of the organization that is to be")
  @SqlQuery(
      """
      delete from signups
       where id = :id and expires_at > :now
      returning id, organization_id, email, name, password_hash, organization_name, time_zone, country
      """)
  Optional<PendingSignUp> take(UUID id, Instant now);
}
