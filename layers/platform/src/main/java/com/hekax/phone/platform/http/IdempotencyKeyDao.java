package com.hekax.phone.platform.http;

import com.hekax.phone.contracts.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements over {@code idempotency_keys}. */
@RegisterConstructorMapper(KeptAnswer.class)
public interface IdempotencyKeyDao {

  /**
   * Takes the key: 1, or 0 when it was taken before. Waits for a transaction that is taking it now.
   */
  @SqlUpdate(
      """
      insert into idempotency_keys (organization_id, user_id, route, key, request_hash, status, created_at)
      values (:organization, :id.user, :id.route, :id.key, :requestHash, 0, :now)
      on conflict do nothing
      """)
  int take(
      OrganizationId organization,
      @BindMethods("id") IdempotencyKey id,
      String requestHash,
      Instant now);

  @SqlQuery(
      """
      select request_hash, status, location, body::text as body
        from idempotency_keys
       where organization_id = :organization
         and user_id = :id.user and route = :id.route and key = :id.key
      """)
  Optional<KeptAnswer> find(OrganizationId organization, @BindMethods("id") IdempotencyKey id);

  @SqlUpdate(
      """
      update idempotency_keys
         set status = :status, location = :location, body = cast(:body as jsonb)
       where organization_id = :organization
         and user_id = :id.user and route = :id.route and key = :id.key
      """)
  void keep(
      OrganizationId organization,
      @BindMethods("id") IdempotencyKey id,
      int status,
      Optional<String> location,
      Optional<String> body);
}
