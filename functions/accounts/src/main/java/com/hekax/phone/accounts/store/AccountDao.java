package com.hekax.phone.accounts.store;

import com.hekax.phone.accounts.Credentials;
import com.hekax.phone.accounts.Membership;
import com.hekax.phone.accounts.signup.PendingSignUp;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import com.hekax.phone.platform.tenancy.Role;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements of the system over {@code organizations}, {@code users} and {@code memberships}. */
@RegisterConstructorMapper(Credentials.class)
@RegisterConstructorMapper(Membership.class)
public interface AccountDao {

  @SqlUpdate(
      """
      insert into organizations (organization_id, name, time_zone, country, plan, created_at)
      values (:organization, :signUp.organizationName, :signUp.timeZone, :signUp.country, 'TRIAL', :now)
      """)
  void insertOrganization(
      OrganizationId organization, @BindMethods("signUp") PendingSignUp signUp, Instant now);

  /** Adds the person: 1, or 0 when the e-mail address is taken. */
  @AcrossOrganizations("a person may belong to several organizations")
  @SqlUpdate(
      """
      insert into users (id, email, name, password_hash, created_at)
      values (:user, :signUp.email, :signUp.name, :signUp.passwordHash, :now)
      on conflict do nothing
      """)
  int insertUser(UserId user, @BindMethods("signUp") PendingSignUp signUp, Instant now);

  @SqlUpdate(
      """
      insert into memberships (organization_id, user_id, role, created_at)
      values (:organization, :user, :role, :now)
      """)
  void insertMembership(OrganizationId organization, UserId user, Role role, Instant now);

  @AcrossOrganizations("an e-mail address is one person's everywhere")
  @SqlQuery("select exists (select from users where lower(email) = lower(:email))")
  boolean isKnown(String email);

  @AcrossOrganizations("who signs in is known before the organization is")
  @SqlQuery(
      """
      select organization_id as organization, user_id as user, role
        from memberships
       where user_id = :user
       order by created_at
       limit 1
      """)
  Optional<Membership> findFirstMembership(UserId user);

  @AcrossOrganizations("sign-in knows an e-mail address alone")
  @SqlQuery(
      """
      select memberships.organization_id, users.id as user_id, memberships.role, users.password_hash
        from users
        join memberships on memberships.user_id = users.id
       where lower(users.email) = lower(:email)
       order by memberships.created_at
       limit 1
      """)
  Optional<Credentials> findCredentials(String email);
}
