package com.hekax.phone.telephony.store;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.telephony.Recording;
import com.hekax.phone.telephony.Voicemail;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements over {@code voicemails}. */
@RegisterConstructorMapper(Voicemail.class)
public interface VoicemailDao {

  /** Adds a recording: 1, or 0 when it is there. */
  @SqlUpdate(
      """
      insert into voicemails (id, organization_id, call_id, recording_sid, recording_url, seconds, created_at)
      values (:id, :organization, :call, :recording.sid, :recording.url, :recording.seconds, :now)
      on conflict (organization_id, recording_sid) do nothing
      """)
  int insert(
      OrganizationId organization,
      UUID id,
      CallId call,
      @BindMethods("recording") Recording recording,
      Instant now);

  /** The one with a recording, held until the transaction ends. */
  @SqlQuery(
      """
      select id, seconds
        from voicemails
       where organization_id = :organization and recording_sid = :recordingSid
         for update
      """)
  Optional<Voicemail> lock(OrganizationId organization, String recordingSid);

  /** Takes what another report knows; of two lengths the longer stands. */
  @SqlUpdate(
      """
      update voicemails
         set recording_url = :recording.url, seconds = greatest(seconds, :recording.seconds)
       where organization_id = :organization and id = :id
      """)
  void update(OrganizationId organization, UUID id, @BindMethods("recording") Recording recording);
}
