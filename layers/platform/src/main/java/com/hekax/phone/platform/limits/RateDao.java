package com.hekax.phone.platform.limits;

import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The statement over {@code request_rates}, which is the database's own function. */
@AcrossOrganizations("who asks too often is counted before they are anybody's")
@RegisterConstructorMapper(RateDao.Count.class)
public interface RateDao {

  /** How one budget stands after the request: how long until it is full. */
  record Count(boolean granted, long fullInMillis) {}

  /**
   * Charges one request to each budget in turn, and ends with the first that has nothing left.
   *
   * @return as many as were looked at; only the last may not be granted
   */
  @SqlQuery("select granted, full_in_millis from app.count_request(:keys, :costs, :windows)")
  List<Count> count(List<UUID> keys, List<Long> costs, List<Long> windows);
}
