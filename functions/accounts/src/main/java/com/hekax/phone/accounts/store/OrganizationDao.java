package com.hekax.phone.accounts.store;

import com.hekax.phone.accounts.organization.Organization;
import com.hekax.phone.accounts.organization.OrganizationSettings;
import com.hekax.phone.contracts.OrganizationId;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements of one organization over its own row in {@code organizations}. */
@RegisterConstructorMapper(Organization.class)
public interface OrganizationDao {
  String ORGANIZATION =
      """
      select organization_id, name, time_zone, country, brand_color, require_two_step, version
        from organizations
       where organization_id = :organization
      """;

  @SqlQuery(ORGANIZATION)
  Optional<Organization> find(OrganizationId organization);

  /**
   * The organization, held until the transaction ends. Rows that only refer to it can be added
   * meanwhile.
   */
  @SqlQuery(ORGANIZATION + " for no key update")
  Optional<Organization> lock(OrganizationId organization);

  @SqlUpdate(
      """
      update organizations
         set name = :settings.name, time_zone = :settings.timeZone, country = :settings.country,
             brand_color = :brandColor, require_two_step = :settings.requireTwoStep,
             version = version + 1
       where organization_id = :organization
      """)
  void update(
      OrganizationId organization,
      @BindMethods("settings") OrganizationSettings settings,
      Optional<String> brandColor);
}
