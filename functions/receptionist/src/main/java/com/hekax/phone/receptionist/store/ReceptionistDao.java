package com.hekax.phone.receptionist.store;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.receptionist.CallLimits;
import com.hekax.phone.receptionist.CaptureField;
import com.hekax.phone.receptionist.Language;
import com.hekax.phone.receptionist.ReceptionistSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements over {@code receptionists}, of which an organization has one. */
@RegisterConstructorMapper(ReceptionistRow.class)
public interface ReceptionistDao {
  String RECEPTIONIST =
      """
      select assistant_name, voice, language, greeting, resumed_greeting, capture_fields, instructions,
             transfer_policy, max_call_seconds, check_in_after_seconds, check_ins, updated_at, version
        from receptionists
       where organization_id = :organization
      """;

  @SqlQuery(RECEPTIONIST)
  Optional<ReceptionistRow> find(OrganizationId organization);

  /**
   * The receptionist, held until the transaction ends: changes to it and to its facts wait here.
   */
  @SqlQuery(RECEPTIONIST + " for update")
  Optional<ReceptionistRow> lock(OrganizationId organization);

  @SqlQuery("select language from receptionists where organization_id = :organization")
  Optional<Language> findLanguage(OrganizationId organization);

  @SqlQuery("select name from accounts_read.organizations where organization_id = :organization")
  Optional<String> findBusiness(OrganizationId organization);

  /** Adds it: 1, or 0 when the organization has one. */
  default int insert(OrganizationId organization, ReceptionistSettings settings, Instant now) {
    var fields = settings.captureFields().stream().map(CaptureField::name).toList();
    return insert(organization, settings, fields, settings.limits(), now);
  }

  @SqlUpdate(
      """
      insert into receptionists
        (organization_id, assistant_name, voice, language, greeting, resumed_greeting, capture_fields, instructions,
         transfer_policy, max_call_seconds, check_in_after_seconds, check_ins, updated_at)
      values
        (:organization, :settings.assistantName, :settings.voice, :settings.language, :settings.greeting,
         :settings.resumedGreeting, :captureFields, :settings.instructions, :settings.transferPolicy,
         :limits.maxCallSeconds, :limits.checkInAfterSeconds, :limits.checkIns, :now)
      on conflict (organization_id) do nothing
      """)
  int insert(
      OrganizationId organization,
      @BindMethods("settings") ReceptionistSettings settings,
      List<String> captureFields,
      @BindMethods("limits") CallLimits limits,
      Instant now);

  default void update(OrganizationId organization, ReceptionistSettings settings, Instant now) {
    var fields = settings.captureFields().stream().map(CaptureField::name).toList();
    update(organization, settings, fields, settings.limits(), now);
  }

  @SqlUpdate(
      """
      update receptionists
         set assistant_name = :settings.assistantName, voice = :settings.voice, language = :settings.language,
             greeting = :settings.greeting, resumed_greeting = :settings.resumedGreeting,
             capture_fields = :captureFields, instructions = :settings.instructions,
             transfer_policy = :settings.transferPolicy, max_call_seconds = :limits.maxCallSeconds,
             check_in_after_seconds = :limits.checkInAfterSeconds, check_ins = :limits.checkIns,
             updated_at = :now, version = version + 1
       where organization_id = :organization
      """)
  void update(
      OrganizationId organization,
      @BindMethods("settings") ReceptionistSettings settings,
      List<String> captureFields,
      @BindMethods("limits") CallLimits limits,
      Instant now);
}
