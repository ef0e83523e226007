package com.hekax.phone.calls.store;

import com.hekax.phone.calls.Call;
import com.hekax.phone.calls.CallChange;
import com.hekax.phone.calls.CallFilter;
import com.hekax.phone.calls.CallOutcome;
import com.hekax.phone.calls.CallStage;
import com.hekax.phone.calls.CallStatus;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.http.Cursor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * Statements over {@code calls}. Each filter of the list has an index that ends with {@code
 * (started_at, id)}; statements are planned with their values, so a filter that is not used costs
 * nothing.
 */
@RegisterConstructorMapper(Call.class)
public interface CallDao {
  /** A call that has ended is nowhere else, whatever was heard of it last. */
  String COLUMNS =
      """
      calls.id, calls.direction, calls.from_number, calls.to_number, calls.status,
      case when calls.ended_at is null then coalesce(calls.stage, 'RINGING') else 'ENDED' end as stage,
      coalesce(calls.ended_at, calls.stage_at, calls.started_at) as stage_since,
      case when calls.ended_at is null then calls.stage_person end as stage_person,
      calls.started_at, calls.ended_at, calls.talk_seconds, calls.outcome, calls.lead_id,
      calls.transferred_to, calls.assistant_seconds, calls.version
      """;

  String CALL = "select " + COLUMNS + " from calls ";

  /** One page, newest first, from right after {@code position}. */
  @SqlQuery(
      CALL
          + """
       where calls.organization_id = :organization
         and (cast(:filter.live as boolean) is not true or calls.status in ('RINGING', 'IN_PROGRESS'))
         and (cast(:filter.status as text) is null or calls.status = :filter.status)
         and (cast(:filter.outcome as text) is null or calls.outcome = :filter.outcome)
         and (cast(:filter.direction as text) is null or calls.direction = :filter.direction)
         and (cast(:filter.caller as text) is null or calls.from_number = :filter.caller)
         and (cast(:filter.leadId as uuid) is null or calls.lead_id = cast(:filter.leadId as uuid))
         and calls.started_at >= coalesce(cast(:filter.startedFrom as timestamptz), '-infinity')
         and calls.started_at < coalesce(cast(:filter.startedBefore as timestamptz), 'infinity')
         and (calls.started_at, calls.id) < (:position.time, :position.id)
       order by calls.started_at desc, calls.id desc
       limit :limit
      """)
  List<Call> findPage(
      OrganizationId organization,
      @BindMethods("filter") CallFilter filter,
      @BindMethods("position") Cursor position,
      int limit);

  @SqlQuery(
      CALL
          + """
       where calls.organization_id = :organization and calls.id = :id
      """)
  Optional<Call> find(OrganizationId organization, CallId id);

  @SqlQuery(
      """
      select exists (select from calls where organization_id = :organization and id = :id)
      """)
  boolean exists(OrganizationId organization, CallId id);

  /**
   * Merges what an event says into the row, see {@link CallChange} for what stands.
   *
   * @return the call as it is then; empty when it is another organization's
   */
  default Optional<Call> merge(OrganizationId organization, CallChange change) {
    var statuses = Stream.of(CallStatus.values()).map(CallStatus::name).toList();
    var outcomes = Stream.of(CallOutcome.values()).map(CallOutcome::name).toList();
    var stages = Stream.of(CallStage.values()).map(CallStage::name).toList();
    return merge(organization, change, statuses, outcomes, stages);
  }

  /**
   * The same, with the orders of what can stand. Every column is set by something that gives the
   * same whichever of two comes first; {@code least} and {@code greatest} pass over null.
   */
  @SqlQuery(
      """
      insert into calls
        (id, organization_id, direction, from_number, to_number, status, started_at, ended_at, talk_seconds,
         outcome, lead_id, transferred_to, transferred_at, stage, stage_at, stage_person, assistant_seconds)
      values
        (:change.call, :organization, :change.direction, :change.fromNumber, :change.toNumber, :change.status,
         :change.startedAt, :change.endedAt, :change.talkSeconds, :change.outcome, :change.leadId,
         :change.transferredTo, :change.transferredAt, :change.stage, :change.stageAt, :change.stagePerson,
         :change.assistantSeconds)
      on conflict (id) do update
         set direction = greatest(calls.direction, excluded.direction),
             from_number = greatest(calls.from_number, excluded.from_number),
             to_number = greatest(calls.to_number, excluded.to_number),
             status = (cast(:statuses as text[]))[greatest(
               array_position(cast(:statuses as text[]), calls.status),
               array_position(cast(:statuses as text[]), excluded.status))],
             started_at = least(calls.started_at, excluded.started_at),
             ended_at = greatest(calls.ended_at, excluded.ended_at),
             talk_seconds = greatest(calls.talk_seconds, excluded.talk_seconds),
             outcome = (cast(:outcomes as text[]))[greatest(
               array_position(cast(:outcomes as text[]), calls.outcome),
               array_position(cast(:outcomes as text[]), excluded.outcome))],
             lead_id = least(calls.lead_id, excluded.lead_id),
             (transferred_to, transferred_at) = (
               select transfer.name, transfer.at
                 from (values (calls.transferred_to, calls.transferred_at),
                              (excluded.transferred_to, excluded.transferred_at)) as transfer (name, at)
                order by transfer.at desc nulls last, transfer.name desc
                limit 1),
             (stage, stage_at, stage_person) = (
               select stage.name, stage.at, stage.person
                 from (values (calls.stage, calls.stage_at, calls.stage_person),
                              (excluded.stage, excluded.stage_at, excluded.stage_person))
                        as stage (name, at, person)
                order by stage.at desc nulls last, array_position(cast(:stages as text[]), stage.name) desc,
                         stage.person desc nulls last
                limit 1),
             assistant_seconds = calls.assistant_seconds + excluded.assistant_seconds,
             version = calls.version + 1
       where calls.organization_id = :organization
      returning
      """
          + COLUMNS)
  Optional<Call> merge(
      OrganizationId organization,
      @BindMethods("change") CallChange change,
      List<String> statuses,
      List<String> outcomes,
      List<String> stages);
}
