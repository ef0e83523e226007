package com.hekax.phone.telephony.store;

import com.hekax.phone.contracts.OrganizationId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements over {@code voicemails} and {@code phone_numbers} of which Twilio has its part. */
public interface ReleaseDao {

  /** Some that Twilio has, oldest first. */
  @SqlQuery(
      """
      select recording_sid
        from voicemails
       where organization_id = :organization and recording_deleted_at is null
       order by created_at, id
       limit :limit
      """)
  List<String> findRecordings(OrganizationId organization, int limit);

  @SqlUpdate(
      """
      update voicemails set recording_deleted_at = :now
       where organization_id = :organization and recording_sid = :sid
      """)
  void noteDeleted(OrganizationId organization, String sid, Instant now);

  @SqlQuery(
      "select number from phone_numbers where organization_id = :organization order by number")
  List<String> findNumbers(OrganizationId organization);
}
