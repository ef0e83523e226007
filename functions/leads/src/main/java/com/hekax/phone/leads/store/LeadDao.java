package com.hekax.phone.leads.store;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.leads.Lead;
import com.hekax.phone.leads.LeadFields;
import com.hekax.phone.leads.LeadFilter;
import com.hekax.phone.leads.LeadSource;
import com.hekax.phone.platform.http.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Statements over {@code leads}. Lists are served by the index {@code (organization_id, created_at,
 * id)}; statements are planned with their values, so a filter that is not used costs nothing.
 */
@RegisterConstructorMapper(Lead.class)
public interface LeadDao {
  String LEAD =
      """
      select leads.id, leads.name, leads.phone, leads.email, leads.company, leads.need, leads.stage,
             leads.source, leads.call_id, leads.assigned_to, assignee.name as assignee_name,
             leads.created_at, leads.updated_at, leads.version
        from leads
        left join accounts_read.members as assignee
          on assignee.organization_id = leads.organization_id and assignee.user_id = leads.assigned_to
      """;

  /** One page, newest first, from right after {@code position}. */
  default List<Lead> findPage(
      OrganizationId organization, LeadFilter filter, Cursor position, int limit) {
    return findPage(
        organization,
        filter,
        filter.assignment().isPresent(),
        filter.assignment().flatMap(LeadFilter.Assignment::to),
        position,
        limit);
  }

  @SqlQuery(
      LEAD
          + """
       where leads.organization_id = :organization
         and leads.stage = coalesce(:filter.stage, leads.stage)
         and leads.source = coalesce(:filter.source, leads.source)
         and (not :byAssignee or leads.assigned_to is not distinct from cast(:assignee as uuid))
         and leads.created_at >= coalesce(cast(:filter.createdFrom as timestamptz), '-infinity')
         and leads.created_at < coalesce(cast(:filter.createdBefore as timestamptz), 'infinity')
         and (leads.created_at, leads.id) < (:position.time, :position.id)
       order by leads.created_at desc, leads.id desc
       limit :limit
      """)
  List<Lead> findPage(
      OrganizationId organization,
      @BindMethods("filter") LeadFilter filter,
      boolean byAssignee,
      Optional<UserId> assignee,
      @BindMethods("position") Cursor position,
      int limit);

  @SqlQuery(
      LEAD
          + """
       where leads.organization_id = :organization and leads.id = :id
      """)
  Optional<Lead> find(OrganizationId organization, LeadId id);

  /** The lead, held until the transaction ends. */
  @SqlQuery(
      LEAD
          + """
       where leads.organization_id = :organization and leads.id = :id
         for update of leads
      """)
  Optional<Lead> lock(OrganizationId organization, LeadId id);

  @SqlUpdate(
      """
      insert into leads
        (id, organization_id, name, phone, email, company, need, stage, source, assigned_to, created_at, updated_at)
      values
        (:id, :organization, :fields.name, :fields.phone, :fields.email, :fields.company, :fields.need,
         :fields.stage, :source, :fields.assignedTo, :now, :now)
      """)
  void insert(
      OrganizationId organization,
      LeadId id,
      @BindMethods("fields") LeadFields fields,
      LeadSource source,
      Instant now);

  /** Adds the lead of a call: 1, or 0 when the call has one. */
  @SqlUpdate(
      """
      insert into leads
        (id, organization_id, name, phone, email, company, need, stage, source, call_id, assigned_to, created_at, updated_at)
      values
        (:id, :organization, :fields.name, :fields.phone, :fields.email, :fields.company, :fields.need,
         :fields.stage, 'CALL', :call, :fields.assignedTo, :now, :now)
      on conflict (organization_id, call_id) where call_id is not null do nothing
      """)
  int insertOfCall(
      OrganizationId organization,
      LeadId id,
      @BindMethods("fields") LeadFields fields,
      CallId call,
      Instant now);

  /** The lead of a call, held until the transaction ends. */
  @SqlQuery(
      LEAD
          + """
       where leads.organization_id = :organization and leads.call_id = :call
         for update of leads
      """)
  Optional<Lead> lockOfCall(OrganizationId organization, CallId call);

  @SqlUpdate(
      """
      update leads
         set name = :fields.name, phone = :fields.phone, email = :fields.email, company = :fields.company,
             need = :fields.need, stage = :fields.stage, assigned_to = :fields.assignedTo,
             updated_at = :now, version = version + 1
       where organization_id = :organization and id = :id
      """)
  void update(
      OrganizationId organization,
      LeadId id,
      @BindMethods("fields") LeadFields fields,
      Instant now);

  @SqlQuery(
      """
      select exists (
        select from accounts_read.members
         where organization_id = :organization and user_id = :user)
      """)
  boolean isMember(OrganizationId organization, UserId user);

  /** Where the organization is, ISO 3166-1 with two letters. */
  @SqlQuery("select country from accounts_read.organizations where organization_id = :organization")
  Optional<String> findCountry(OrganizationId organization);

  /** The number that a call came from; empty when it was withheld or is not known yet. */
  @SqlQuery(
      """
      select from_number from calls_read.calls
       where organization_id = :organization and call_id = :call
         and direction = 'INBOUND' and from_number is not null
      """)
  Optional<String> findCallersNumber(OrganizationId organization, CallId call);
}
