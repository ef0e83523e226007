package com.hekax.phone.telephony.store;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.telephony.Recording;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements over {@code voicemails}. */
public interface VoicemailDao {

  @SqlUpdate(
      """
      insert into voicemails (id, organization_id, call_id, recording_sid, recording_url, seconds, created_at)
      values (:id, :organization, :call, :recording.sid, :recording.url, :recording.seconds, :now)
      on conflict (organization_id, recording_sid) do update
         set recording_url = excluded.recording_url, seconds = greatest(voicemails.seconds, excluded.seconds)
      """)
  void save(
      OrganizationId organization,
      UUID id,
      CallId call,
      @BindMethods("recording") Recording recording,
      Instant now);
}
