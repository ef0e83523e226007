package com.hekax.phone.telephony.store;

import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import com.hekax.phone.telephony.FallbackNumber;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * Statements of the system over {@code phone_numbers}, {@code transfer_targets} and {@code
 * accounts_read.closings}.
 */
@RegisterConstructorMapper(FallbackNumber.class)
public interface FallbackNumberDao {

  /**
   * Numbers in the order of their digits, with the people of their organizations. A number of ours
   * is never rung for itself: that call would come in here again.
   *
   * @param number the last of the page before; empty for the first page
   */
  @AcrossOrganizations("one job writes the documents of all numbers")
  @SqlQuery(
      """
      select phone_numbers.number, phone_numbers.fallback_key as key,
             array(select transfer_targets.number
                     from transfer_targets
                    where transfer_targets.organization_id = phone_numbers.organization_id
                      and transfer_targets.number <> phone_numbers.number
                    order by transfer_targets.position) as people,
             not exists (
               select from accounts_read.closings
                where closings.organization_id = phone_numbers.organization_id) as in_service
        from phone_numbers
       where phone_numbers.number > :number
       order by phone_numbers.number
       limit :limit
      """)
  List<FallbackNumber> findPageAfter(String number, int limit);
}
