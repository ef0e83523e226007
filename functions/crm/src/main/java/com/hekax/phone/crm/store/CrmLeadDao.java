package com.hekax.phone.crm.store;

import com.hekax.phone.contracts.CallEnded;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.LeadDetails;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.json.Json;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements over {@code crm_leads} and {@code crm_calls}: what events have told. */
public interface CrmLeadDao {

  /** Keeps the state of a lead: whether it is newer than what was known. */
  default boolean keep(OrganizationId organization, LeadDetails lead) {
    return keep(
            organization, lead.id(), lead.call(), lead.phone(), lead.version(), Json.write(lead))
        == 1;
  }

  @SqlUpdate(
      """
      insert into crm_leads as known (organization_id, lead_id, call_id, phone, version, details)
      values (:organization, :lead, :call, :phone, :version, cast(:details as jsonb))
      on conflict (organization_id, lead_id) do update
         set call_id = excluded.call_id, phone = excluded.phone, version = excluded.version,
             details = excluded.details
       where known.organization_id = :organization and known.version < excluded.version
      """)
  int keep(
      OrganizationId organization,
      LeadId lead,
      Optional<CallId> call,
      Optional<String> phone,
      int version,
      String details);

  /**
   * Holds a call until the transaction ends: of two that hear of its end and of its lead at the
   * same time, the second then sees what the first wrote.
   */
  @SqlUpdate(
      """
      insert into crm_calls (organization_id, call_id, heard_at)
      values (:organization, :call, :now)
      on conflict (organization_id, call_id) do update set heard_at = crm_calls.heard_at
      """)
  void hold(OrganizationId organization, CallId call, Instant now);

  /** Keeps how a call ended, and holds it as {@link #hold} does. */
  default void keepEnd(OrganizationId organization, CallEnded call, Instant now) {
    keepEnd(organization, call.call(), Json.write(call), now);
  }

  @SqlUpdate(
      """
      insert into crm_calls (organization_id, call_id, ended, heard_at)
      values (:organization, :call, cast(:ended as jsonb), :now)
      on conflict (organization_id, call_id) do update set ended = excluded.ended
      """)
  void keepEnd(OrganizationId organization, CallId call, String ended, Instant now);

  /** The lead that was captured on a call; the first, should there be several. */
  @SqlQuery(
      """
      select lead_id from crm_leads
       where organization_id = :organization and call_id = :call
       order by lead_id
       limit 1
      """)
  Optional<LeadId> findLeadOf(OrganizationId organization, CallId call);

  /** What is known of a lead. */
  default Optional<LeadDetails> findLead(OrganizationId organization, LeadId lead) {
    return findDetails(organization, lead).map(json -> Json.read(json, LeadDetails.class));
  }

  @SqlQuery(
      """
      select details::text from crm_leads
       where organization_id = :organization and lead_id = :lead
      """)
  Optional<String> findDetails(OrganizationId organization, LeadId lead);

  /** How a call ended, once it has. */
  default Optional<CallEnded> findEnd(OrganizationId organization, CallId call) {
    return findEnded(organization, call).map(json -> Json.read(json, CallEnded.class));
  }

  @SqlQuery(
      """
      select ended::text from crm_calls
       where organization_id = :organization and call_id = :call and ended is not null
      """)
  Optional<String> findEnded(OrganizationId organization, CallId call);
}
