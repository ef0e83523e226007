package com.hekax.phone.telephony.store;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import com.hekax.phone.telephony.LegOwner;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Statements of the system over {@code call_leg_sids} and {@code phone_numbers}. */
@RegisterConstructorMapper(LegOwner.class)
public interface LegOwnerDao {

  @AcrossOrganizations("Twilio names a leg by its CallSid alone")
  @SqlQuery("select organization_id, call_id from call_leg_sids where call_sid = :callSid")
  Optional<LegOwner> findByCallSid(String callSid);

  @AcrossOrganizations("a call arrives knowing only the number it was made to")
  @SqlQuery("select organization_id from phone_numbers where number = :number")
  Optional<OrganizationId> findByNumber(String number);
}
