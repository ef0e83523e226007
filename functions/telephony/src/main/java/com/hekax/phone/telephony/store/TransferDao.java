package com.hekax.phone.telephony.store;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.telephony.Transfer;
import com.hekax.phone.telephony.TransferState;
import com.hekax.phone.telephony.TransferTarget;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements over {@code transfer_targets} and {@code call_transfers}. */
@RegisterConstructorMapper(TransferTarget.class)
@RegisterConstructorMapper(Transfer.class)
public interface TransferDao {

  /** The people of the organization, in the order in which they are asked. */
  @SqlQuery(
      """
      select name, number
        from transfer_targets
       where organization_id = :organization
       order by position
      """)
  List<TransferTarget> findPeople(OrganizationId organization);

  @SqlUpdate(
      """
      insert into call_transfers
        (id, organization_id, call_id, reason, to_name, numbers, state, created_at, ringing_since)
      values
        (:transfer.id, :organization, :call, :transfer.reason, :transfer.toName, :transfer.numbers,
         :transfer.state, :transfer.createdAt, :transfer.ringingSince)
      """)
  void insert(OrganizationId organization, CallId call, @BindMethods("transfer") Transfer transfer);

  /** All of a call, oldest first. */
  @SqlQuery(
      """
      select id, reason, to_name, numbers, state, created_at, ringing_since, redirected_at
        from call_transfers
       where organization_id = :organization and call_id = :call
       order by id
      """)
  List<Transfer> findOfCall(OrganizationId organization, CallId call);

  /** Who was chosen is rung from now on. */
  @SqlUpdate(
      """
      update call_transfers
         set state = 'RINGING', ringing_since = :now
       where organization_id = :organization and id = :transfer
      """)
  void ring(OrganizationId organization, UUID transfer, Instant now);

  @SqlUpdate(
      """
      update call_transfers
         set state = :state, ended_at = :now
       where organization_id = :organization and id = :transfer
      """)
  void end(OrganizationId organization, UUID transfer, TransferState state, Instant now);

  /** When Twilio was told by REST; empty when it could not be. */
  @SqlUpdate(
      """
      update call_transfers
         set redirected_at = :at
       where organization_id = :organization and id = :transfer
      """)
  void noteRedirect(OrganizationId organization, UUID transfer, Optional<Instant> at);
}
