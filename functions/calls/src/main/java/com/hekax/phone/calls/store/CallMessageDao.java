package com.hekax.phone.calls.store;

import com.hekax.phone.calls.CallMessage;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.OrganizationId;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements over {@code call_messages}. */
@RegisterConstructorMapper(CallMessage.class)
public interface CallMessageDao {

  @SqlUpdate(
      """
      insert into call_messages (id, organization_id, call_id, message, name, phone, for_whom, taken_at)
      values
        (:message.id, :organization, :call, :message.message, :message.name, :message.phone,
         :message.forWhom, :message.takenAt)
      """)
  void insert(
      OrganizationId organization, CallId call, @BindMethods("message") CallMessage message);

  /** The messages of a call in their order: as many as one conversation leaves room for. */
  @SqlQuery(
      """
      select id, message, name, phone, for_whom, taken_at
        from call_messages
       where organization_id = :organization and call_id = :call
       order by taken_at, id
       limit 100
      """)
  List<CallMessage> findAll(OrganizationId organization, CallId call);
}
