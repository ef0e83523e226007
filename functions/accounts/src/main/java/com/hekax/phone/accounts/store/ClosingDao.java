package com.hekax.phone.accounts.store;

import com.hekax.phone.accounts.closing.Closing;
import com.hekax.phone.accounts.closing.Holdings;
import com.hekax.phone.accounts.closing.OwnerAddress;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Statements of one organization over {@code organization_closings}, and over what ends with it.
 */
@RegisterConstructorMapper(Closing.class)
@RegisterConstructorMapper(Holdings.class)
@RegisterConstructorMapper(OwnerAddress.class)
public interface ClosingDao {

  @SqlQuery(
      """
      select requested_at, erases_at, begun_at
        from organization_closings
       where organization_id = :organization
      """)
  Optional<Closing> find(OrganizationId organization);

  /** Closes it: 1, or 0 when it is closing already. */
  @SqlUpdate(
      """
      insert into organization_closings (organization_id, requested_by, requested_at, erases_at)
      values (:organization, :by, :now, :erasesAt)
      on conflict (organization_id) do nothing
      """)
  int insert(OrganizationId organization, UserId by, Instant now, Instant erasesAt);

  /** Undoes it: 1, or 0 when it is being erased. */
  @SqlUpdate(
      """
      delete from organization_closings
       where organization_id = :organization and begun_at is null
      """)
  int delete(OrganizationId organization);

  @SqlQuery(
      """
      select users.name, users.email
        from memberships
        join users on users.id = memberships.user_id
       where memberships.organization_id = :organization and memberships.role = 'OWNER'
       order by users.id
      """)
  List<OwnerAddress> findOwners(OrganizationId organization);

  /** Each count walks an index that begins with the organization. */
  @SqlQuery(
      """
      select (select count(*) from telephony_read.phone_numbers
               where organization_id = :organization) as numbers,
             (select count(*) from telephony_read.voicemails
               where organization_id = :organization) as recordings,
             (select count(*) from leads_read.leads
               where organization_id = :organization) as leads,
             (select count(*) from calls_read.calls
               where organization_id = :organization) as calls,
             (select count(*) from memberships
               where organization_id = :organization) as members,
             (select plan <> 'TRIAL' from organizations
               where organization_id = :organization) as subscription
      """)
  Holdings count(OrganizationId organization);
}
