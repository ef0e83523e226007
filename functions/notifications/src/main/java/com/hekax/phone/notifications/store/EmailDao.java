package com.hekax.phone.notifications.store;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.notifications.email.Business;
import com.hekax.phone.notifications.email.EmailEventType;
import com.hekax.phone.notifications.email.EmailPreferences;
import com.hekax.phone.notifications.email.MemberName;
import com.hekax.phone.notifications.email.Recipient;
import com.hekax.phone.platform.tenancy.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Statements over {@code email_preferences} and over the members and the organization that accounts
 * publishes. A member without a row is told what comes with the role.
 */
public interface EmailDao {

  /** What a member chose; empty when they never did. */
  @RegisterConstructorMapper(EmailPreferences.class)
  @SqlQuery(
      """
      select event_types
        from email_preferences
       where organization_id = :organization and user_id = :user
      """)
  Optional<EmailPreferences> findPreferences(OrganizationId organization, UserId user);

  /** Replaces what a member chose. */
  default void savePreferences(
      OrganizationId organization, UserId user, EmailPreferences preferences, Instant now) {
    var eventTypes = preferences.eventTypes().stream().map(EmailEventType::name).toList();
    savePreferences(organization, user, eventTypes, now);
  }

  @SqlUpdate(
      """
      insert into email_preferences (organization_id, user_id, event_types, updated_at)
      values (:organization, :user, :eventTypes, :now)
      on conflict (organization_id, user_id)
      do update set event_types = excluded.event_types, updated_at = excluded.updated_at
      """)
  void savePreferences(
      OrganizationId organization, UserId user, List<String> eventTypes, Instant now);

  /**
   * Who wants to be told of a type.
   *
   * @param byDefault the roles that are told of everything until they choose
   */
  default List<UserId> findSubscribed(
      OrganizationId organization, EmailEventType type, List<Role> byDefault) {
    return findSubscribed(organization, type.name(), byDefault.stream().map(Role::name).toList());
  }

  @SqlQuery(
      """
      select members.user_id
        from accounts_read.members as members
        left join email_preferences as preferences
          on preferences.organization_id = :organization and preferences.user_id = members.user_id
       where members.organization_id = :organization
         and case when preferences.user_id is null then members.role = any(:byDefault)
                  else :type = any(preferences.event_types) end
       order by members.user_id
      """)
  List<UserId> findSubscribed(OrganizationId organization, String type, List<String> byDefault);

  /** Those of them who belong to the organization. */
  @RegisterConstructorMapper(Recipient.class)
  @SqlQuery(
      """
      select user_id, email
        from accounts_read.members
       where organization_id = :organization and user_id = any(:users)
      """)
  List<Recipient> findRecipients(OrganizationId organization, List<UUID> users);

  @RegisterConstructorMapper(MemberName.class)
  @SqlQuery(
      """
      select user_id, name
        from accounts_read.members
       where organization_id = :organization and user_id = any(:users)
      """)
  List<MemberName> findNames(OrganizationId organization, List<UUID> users);

  @RegisterConstructorMapper(Business.class)
  @SqlQuery(
      """
      select name, time_zone, country
        from accounts_read.organizations
       where organization_id = :organization
      """)
  Business business(OrganizationId organization);
}
