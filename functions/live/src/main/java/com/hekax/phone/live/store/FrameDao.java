package com.hekax.phone.live.store;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.live.Frames.FrameRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements over {@code live_sequences} and {@code live_frames}. */
@RegisterConstructorMapper(FrameRow.class)
public interface FrameDao {

  /** The next number; whoever has it holds off all others until the transaction ends. */
  @SqlQuery(
      """
      insert into live_sequences (organization_id, last)
      values (:organization, 1)
      on conflict (organization_id) do update
         set last = live_sequences.last + 1
       where live_sequences.organization_id = :organization
      returning last
      """)
  long takeNumber(OrganizationId organization);

  @SqlUpdate(
      """
      insert into live_frames (organization_id, seq, type, at, data, created_at)
      values (:organization, :seq, :type, :at, cast(:data as jsonb), :now)
      """)
  void insert(
      OrganizationId organization, long seq, String type, Instant at, String data, Instant now);

  /** The last number; empty when there was never a frame. */
  @SqlQuery("select last from live_sequences where organization_id = :organization")
  Optional<Long> findLast(OrganizationId organization);

  /** Those after one number up to another, in their order, as far as they are still there. */
  @SqlQuery(
      """
      select seq, type, at, data::text as data
        from live_frames
       where organization_id = :organization and seq > :after and seq <= :last
       order by seq
      """)
  List<FrameRow> findBetween(OrganizationId organization, long after, long last);
}
