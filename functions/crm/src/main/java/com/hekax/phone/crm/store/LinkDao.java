package com.hekax.phone.crm.store;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.crm.CrmConnectionId;
import com.hekax.phone.crm.CrmLink;
import com.hekax.phone.crm.LinkKind;
import com.hekax.phone.crm.LinkState;
import com.hekax.phone.crm.SyncLink;
import com.hekax.phone.platform.http.Cursor;
import com.hekax.phone.platform.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Statements over {@code crm_links}. Lists are served by {@code (organization_id, created_at, id)},
 * or by the indexes on the lead and the call when they are of one.
 */
@RegisterConstructorMapper(CrmLink.class)
@RegisterConstructorMapper(LinkDao.Row.class)
public interface LinkDao {

  /** A row as it is kept. */
  record Row(
      UUID id,
      Optional<String> externalId,
      LinkState state,
      int version,
      String written,
      boolean unsure,
      Instant createdAt) {

    @SuppressWarnings("unchecked") // We wrote texts there ourselves.
    SyncLink link() {
      Map<String, String> fields = Json.read(written, Map.class);
      return new SyncLink(id, externalId, state, version, fields, unsure, createdAt);
    }
  }

  /** One page, newest first, from right after {@code position}. */
  @SqlQuery(
      """
      select crm_links.id, provider, kind, lead_id, call_id, external_id, url, state, error,
             created_at, synced_at
        from crm_links
        join crm_connections
          on crm_connections.organization_id = crm_links.organization_id
         and crm_connections.id = crm_links.connection_id
       where crm_links.organization_id = :organization
         and (cast(:lead as uuid) is null or lead_id = :lead)
         and (cast(:call as uuid) is null or call_id = :call)
         and (created_at, crm_links.id) < (:position.time, :position.id)
       order by created_at desc, crm_links.id desc
       limit :limit
      """)
  List<CrmLink> findPage(
      OrganizationId organization,
      Optional<UUID> lead,
      Optional<UUID> call,
      @BindMethods("position") Cursor position,
      int limit);

  /** The link of a lead's contact, begun if there is none. */
  default SyncLink openContact(
      OrganizationId organization,
      CrmConnectionId connection,
      UUID id,
      LeadId lead,
      Optional<CallId> call,
      Instant now) {
    insert(organization, connection, id, LinkKind.CONTACT, lead, call, now);
    return findContact(organization, connection, lead).link();
  }

  /** The link of a call, begun if there is none. */
  default SyncLink openCall(
      OrganizationId organization,
      CrmConnectionId connection,
      UUID id,
      LeadId lead,
      CallId call,
      Instant now) {
    insert(organization, connection, id, LinkKind.CALL, lead, Optional.of(call), now);
    return findCall(organization, connection, call).link();
  }

  @SqlUpdate(
      """
      insert into crm_links
        (id, organization_id, connection_id, kind, lead_id, call_id, state, created_at)
      values
        (:id, :organization, :connection, :kind, :lead, :call, 'WAITING', :now)
      on conflict do nothing
      """)
  void insert(
      OrganizationId organization,
      CrmConnectionId connection,
      UUID id,
      LinkKind kind,
      LeadId lead,
      Optional<CallId> call,
      Instant now);

  @SqlQuery(
      """
      select id, external_id, state, version, written::text as written, unsure, created_at
        from crm_links
       where organization_id = :organization and connection_id = :connection
         and kind = 'CONTACT' and lead_id = :lead
      """)
  Row findContact(OrganizationId organization, CrmConnectionId connection, LeadId lead);

  @SqlQuery(
      """
      select id, external_id, state, version, written::text as written, unsure, created_at
        from crm_links
       where organization_id = :organization and connection_id = :connection
         and kind = 'CALL' and call_id = :call
      """)
  Row findCall(OrganizationId organization, CrmConnectionId connection, CallId call);

  /** The contact that another lead with the same number has, the oldest. */
  @SqlQuery(
      """
      select crm_links.external_id
        from crm_links
        join crm_leads
          on crm_leads.organization_id = crm_links.organization_id
         and crm_leads.lead_id = crm_links.lead_id
       where crm_links.organization_id = :organization
         and crm_links.connection_id = :connection and crm_links.kind = 'CONTACT'
         and crm_links.external_id is not null and crm_leads.phone = :phone
       order by crm_links.created_at, crm_links.id
       limit 1
      """)
  Optional<String> findContactWithPhone(
      OrganizationId organization, CrmConnectionId connection, String phone);

  /** Notes, before it is asked to make one, that the CRM may have one soon. */
  @SqlUpdate(
      """
      update crm_links set unsure = true
       where organization_id = :organization and id = :id
      """)
  void askToMake(OrganizationId organization, UUID id);

  /** It is there. */
  default void synced(
      OrganizationId organization,
      UUID id,
      String externalId,
      String url,
      int version,
      Map<String, String> written,
      Instant now) {
    synced(organization, id, externalId, url, version, Json.write(written), now);
  }

  @SqlUpdate(
      """
      update crm_links
         set external_id = :externalId, url = :url, state = 'SYNCED', error = null,
             version = :version, written = cast(:written as jsonb), unsure = false,
             synced_at = :now
       where organization_id = :organization and id = :id
      """)
  void synced(
      OrganizationId organization,
      UUID id,
      String externalId,
      String url,
      int version,
      String written,
      Instant now);

  /** The CRM refuses it, or it is given up. */
  @SqlUpdate(
      """
      update crm_links set state = 'FAILED', error = :reason, unsure = unsure and :stillUnsure
       where organization_id = :organization and id = :id
      """)
  void failed(OrganizationId organization, UUID id, String reason, boolean stillUnsure);

  /** What the CRM does not have as a connection is made again: the leads to bring there. */
  @SqlQuery(
      """
      select lead.lead_id
        from crm_leads as lead
        left join crm_links as contact
          on contact.organization_id = lead.organization_id and contact.connection_id = :connection
         and contact.kind = 'CONTACT' and contact.lead_id = lead.lead_id
        left join crm_calls as ended
          on ended.organization_id = lead.organization_id and ended.call_id = lead.call_id
         and ended.ended is not null
        left join crm_links as call
          on call.organization_id = lead.organization_id and call.connection_id = :connection
         and call.kind = 'CALL' and call.call_id = lead.call_id
       where lead.organization_id = :organization
         and (contact.state is null or contact.state <> 'SYNCED' or contact.version < lead.version
              or (ended.call_id is not null and (call.state is null or call.state <> 'SYNCED')))
       order by lead.lead_id
      """)
  List<LeadId> findBehind(OrganizationId organization, CrmConnectionId connection);
}
