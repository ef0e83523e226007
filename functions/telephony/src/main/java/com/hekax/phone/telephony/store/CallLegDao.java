package com.hekax.phone.telephony.store;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.telephony.CallLeg;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Statements over {@code call_legs} and {@code call_leg_sids}, which holds the one thing that is
 * unique over all months.
 */
@RegisterConstructorMapper(CallLeg.class)
public interface CallLegDao {

  /**
   * Takes a CallSid for a new leg: 1, or 0 when a leg has it. Waits for a transaction that is
   * taking it now.
   */
  @SqlUpdate(
      """
      insert into call_leg_sids (call_sid, organization_id, leg_id, call_id, created_at)
      values (:callSid, :organization, :leg, :call, :now)
      on conflict do nothing
      """)
  int take(OrganizationId organization, String callSid, UUID leg, CallId call, Instant now);

  /** The leg, held until the transaction ends. */
  @SqlQuery(
      """
      select call_legs.id, call_legs.call_id, call_legs.call_sid, call_legs.parent_call_sid,
             call_legs.direction, call_legs.from_number, call_legs.to_number, call_legs.status,
             call_legs.started_at, call_legs.answered_at, call_legs.ended_at, call_legs.talk_seconds,
             call_legs.version
        from call_leg_sids
        join call_legs on call_legs.id = call_leg_sids.leg_id
       where call_leg_sids.organization_id = :organization and call_leg_sids.call_sid = :callSid
         for update of call_legs
      """)
  Optional<CallLeg> lock(OrganizationId organization, String callSid);

  /** The caller's own leg of a call. */
  @SqlQuery(
      """
      select id, call_id, call_sid, parent_call_sid, direction, from_number, to_number, status, started_at,
             answered_at, ended_at, talk_seconds, version
        from call_legs
       where organization_id = :organization and call_id = :call and parent_call_sid is null
      """)
  Optional<CallLeg> findCallers(OrganizationId organization, CallId call);

  /** The same, held until the transaction ends. */
  @SqlQuery(
      """
      select id, call_id, call_sid, parent_call_sid, direction, from_number, to_number, status, started_at,
             answered_at, ended_at, talk_seconds, version
        from call_legs
       where organization_id = :organization and call_id = :call and parent_call_sid is null
         for update
      """)
  Optional<CallLeg> lockCallers(OrganizationId organization, CallId call);

  @SqlUpdate(
      """
      insert into call_legs
        (id, organization_id, call_id, call_sid, parent_call_sid, direction, from_number, to_number, status,
         started_at, answered_at, ended_at, talk_seconds, version)
      values
        (:leg.id, :organization, :leg.callId, :leg.callSid, :leg.parentCallSid, :leg.direction,
         :leg.fromNumber, :leg.toNumber, :leg.status, :leg.startedAt, :leg.answeredAt, :leg.endedAt,
         :leg.talkSeconds, :leg.version)
      """)
  void insert(OrganizationId organization, @BindMethods("leg") CallLeg leg);

  @SqlUpdate(
      """
      update call_legs
         set status = :leg.status, started_at = :leg.startedAt, answered_at = :leg.answeredAt,
             ended_at = :leg.endedAt, talk_seconds = :leg.talkSeconds, version = :leg.version
       where organization_id = :organization and id = :leg.id
      """)
  void update(OrganizationId organization, @BindMethods("leg") CallLeg leg);
}
