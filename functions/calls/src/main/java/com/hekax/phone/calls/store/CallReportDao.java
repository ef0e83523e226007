package com.hekax.phone.calls.store;

import com.hekax.phone.calls.CallReport;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.OrganizationId;
import java.time.Instant;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements over {@code call_reports}. */
public interface CallReportDao {

  /** Adds a report: 1, or 0 when the stream has one. */
  @SqlUpdate(
      """
      insert into call_reports
        (organization_id, call_id, stream_sid, reason, model, started_at, ended_at, seconds, usage, first_audio_ms,
         created_at)
      values
        (:organization, :call, :report.streamSid, :report.reason, :report.model, :report.startedAt,
         :report.endedAt, :report.seconds, cast(:report.usage as jsonb), :report.firstAudioMillis, :now)
      on conflict do nothing
      """)
  int insert(
      OrganizationId organization,
      CallId call,
      @BindMethods("report") CallReport report,
      Instant now);
}
