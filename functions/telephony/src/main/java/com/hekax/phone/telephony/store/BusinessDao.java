package com.hekax.phone.telephony.store;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.telephony.OpeningHours.Opening;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Statements over {@code business_hours} and {@code accounts_read.organizations}. */
@RegisterConstructorMapper(Opening.class)
public interface BusinessDao {

  /** A name of the time zone database, for example {@code America/Chicago}. */
  @SqlQuery(
      """
      select time_zone
        from accounts_read.organizations
       where organization_id = :organization
      """)
  String timeZone(OrganizationId organization);

  @SqlQuery(
      """
      select weekday, opens, closes
        from business_hours
       where organization_id = :organization
       order by weekday, opens
      """)
  List<Opening> findHours(OrganizationId organization);
}
