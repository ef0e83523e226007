package com.hekax.phone.telephony.store;

import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements of the system over {@code recording_sweeps} and {@code voicemails}. */
public interface RecordingSweepDao {

  /** Until when an account has been looked through; empty when it never was. */
  @AcrossOrganizations("an account at Twilio has the calls of many")
  @SqlQuery("select swept_until from recording_sweeps where account_sid = :account")
  Optional<Instant> findSweptUntil(String account);

  @AcrossOrganizations("an account at Twilio has the calls of many")
  @SqlUpdate(
      """
      insert into recording_sweeps (account_sid, swept_until)
      values (:account, :until)
      on conflict (account_sid) do update
         set swept_until = greatest(recording_sweeps.swept_until, excluded.swept_until)
      """)
  void saveSweptUntil(String account, Instant until);

  /**
   * Those of some recordings that are kept, and whose length is known, so that they were told of.
   */
  @AcrossOrganizations("Twilio names a recording by its SID alone")
  @SqlQuery("select recording_sid from voicemails where recording_sid = any(:sids) and seconds > 0")
  Set<String> findKept(List<String> sids);
}
