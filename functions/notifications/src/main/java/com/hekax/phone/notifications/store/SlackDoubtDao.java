package com.hekax.phone.notifications.store;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.notifications.slack.Doubt;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements over {@code slack_doubts}. A row goes with its delivery, or as soon as it is sure. */
@RegisterConstructorMapper(Doubt.class)
public interface SlackDoubtDao {

  @SqlQuery(
      """
      select since, until from slack_doubts
       where organization_id = :organization and delivery_id = :delivery
      """)
  Optional<Doubt> find(OrganizationId organization, UUID delivery);

  @SqlUpdate(
      """
      insert into slack_doubts (organization_id, delivery_id, since, until)
      values (:organization, :delivery, :doubt.since, :doubt.until)
      on conflict (delivery_id) do update
         set since = excluded.since, until = excluded.until
       where slack_doubts.organization_id = :organization
      """)
  void keep(OrganizationId organization, UUID delivery, @BindMethods("doubt") Doubt doubt);

  @SqlUpdate(
      """
      delete from slack_doubts
       where organization_id = :organization and delivery_id = :delivery
      """)
  void forget(OrganizationId organization, UUID delivery);
}
