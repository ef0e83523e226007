package com.hekax.phone.accounts.store;

import com.hekax.phone.accounts.closing.DueClosing;
import com.hekax.phone.accounts.closing.ErasedRows;
import com.hekax.phone.accounts.closing.Erasure;
import com.hekax.phone.accounts.closing.Receipt;
import com.hekax.phone.accounts.closing.Recipient;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Statements of the system over {@code organization_closings} and {@code organization_erasures}.
 * Rows are erased by functions of the schema, from the tables of every domain; these refuse an
 * organization whose days are not over.
 */
@AcrossOrganizations("a job erases all whose days are over")
@RegisterConstructorMapper(DueClosing.class)
@RegisterConstructorMapper(Erasure.class)
@RegisterConstructorMapper(ErasedRows.class)
@RegisterConstructorMapper(Receipt.class)
@RegisterConstructorMapper(Recipient.class)
public interface ErasureDao {
  String ERASURE =
      """
      select organization_id, requested_by, requested_at, begun_at, event_id, announced_at,
             given_back_at
        from organization_erasures
       where erased_at is null
      """;

  /** The one that is due the longest and that nobody else holds, held. */
  @SqlQuery(
      """
      select organization_id, requested_by, requested_at
        from organization_closings
       where begun_at is null and erases_at <= :now
       order by erases_at
       limit 1
         for update skip locked
      """)
  Optional<DueClosing> lockDue(Instant now);

  @SqlUpdate(
      "update organization_closings set begun_at = :now where organization_id = :organization")
  void begin(OrganizationId organization, Instant now);

  @SqlUpdate(
      """
      insert into organization_erasures
        (organization_id, requested_by, requested_at, begun_at, event_id, announced_at)
      values
        (:closing.organizationId, :closing.requestedBy, :closing.requestedAt, :now, :event, :now)
      """)
  void insert(@BindMethods("closing") DueClosing closing, UUID event, Instant now);

  @SqlUpdate(
      """
      update sessions set ended_at = :now, ended_because = 'ERASED'
       where organization_id = :organization and ended_at is null
      """)
  void endSessions(OrganizationId organization, Instant now);

  @SqlQuery(ERASURE + " order by begun_at")
  List<Erasure> findOpen();

  /** Held until the transaction ends; empty when it is done or somebody else holds it. */
  @SqlQuery(ERASURE + " and organization_id = :organization for update skip locked")
  Optional<Erasure> lock(OrganizationId organization);

  /** Puts a new announcement in the place of one: 1, or 0 when somebody was faster. */
  @SqlUpdate(
      """
      update organization_erasures set event_id = :event, announced_at = :now
       where organization_id = :organization and event_id = :former and erased_at is null
      """)
  int announce(OrganizationId organization, UUID former, UUID event, Instant now);

  @SqlUpdate(
      """
      update organization_erasures set given_back_at = :now
       where organization_id = :organization and given_back_at is null
      """)
  void giveBack(OrganizationId organization, Instant now);

  /** Erases rows of the first table that has any; empty when there are none but at the end. */
  @SqlQuery(
      "select table_name, row_count from app.erase_some_of_organization(:organization, :most)")
  List<ErasedRows> eraseSome(OrganizationId organization, int most);

  /** Erases what is left, the organization, and people who were in no other. */
  @SqlQuery("select table_name, row_count from app.erase_organization(:organization)")
  List<ErasedRows> eraseRest(OrganizationId organization);

  @SqlUpdate(
      """
      update organization_erasures
         set counts = counts
             || jsonb_build_object(
                  cast(:table as text), coalesce(cast(counts ->> :table as bigint), 0) + :rows)
       where organization_id = :organization
      """)
  void count(OrganizationId organization, String table, int rows);

  @SqlUpdate(
      "update organization_erasures set erased_at = :now where organization_id = :organization")
  void finish(OrganizationId organization, Instant now);

  /** Of an erasure that is done. */
  @SqlQuery(
      """
      select requested_at, erased_at,
             coalesce(cast(counts ->> 'phone_numbers' as integer), 0) as numbers,
             coalesce(cast(counts ->> 'voicemails' as integer), 0) as recordings,
             coalesce(cast(counts ->> 'calls' as integer), 0) as calls,
             coalesce(cast(counts ->> 'leads' as integer), 0) as leads,
             coalesce(cast(counts ->> 'users' as integer), 0) as people
        from organization_erasures
       where organization_id = :organization and erased_at is not null
      """)
  Receipt receipt(OrganizationId organization);

  /** Who asked; the owners, when that person has left. */
  @SqlQuery(
      """
      select users.email, organizations.name as organization_name
        from memberships
        join users on users.id = memberships.user_id
        join organizations on organizations.organization_id = memberships.organization_id
       where memberships.organization_id = :organization
         and (memberships.user_id = :requestedBy
              or (memberships.role = 'OWNER'
                  and not exists (
                    select from memberships as asker
                     where asker.organization_id = :organization
                       and asker.user_id = :requestedBy)))
       order by users.id
      """)
  List<Recipient> findRecipients(OrganizationId organization, UserId requestedBy);

  @SqlQuery(
      """
      select organization_id
        from organization_erasures
       where erased_at < :before and swept_at is null
       order by erased_at
      """)
  List<OrganizationId> findUnswept(Instant before);

  @SqlUpdate(
      "update organization_erasures set swept_at = :now where organization_id = :organization")
  void swept(OrganizationId organization, Instant now);
}
