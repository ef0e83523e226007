package com.hekax.phone.telephony.store;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import com.hekax.phone.telephony.LegOwner;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * Statements of the system over {@code call_leg_sids}, {@code phone_numbers} and {@code
 * accounts_read.closings}.
 */
@RegisterConstructorMapper(LegOwner.class)
public interface LegOwnerDao {

  @AcrossOrganizations("Twilio names a leg by its CallSid alone")
  @SqlQuery("select organization_id, call_id from call_leg_sids where call_sid = :callSid")
  Optional<LegOwner> findByCallSid(String callSid);

  /** Whose number it is; nobody's when its organization is closing. */
  @AcrossOrganizations("a call arrives knowing only the number it was made to")
  @SqlQuery(
      """
      select phone_numbers.organization_id
        from phone_numbers
       where phone_numbers.number = :number
         and not exists (
           select from accounts_read.closings
            where closings.organization_id = phone_numbers.organization_id)
      """)
  Optional<OrganizationId> findByNumber(String number);
}
