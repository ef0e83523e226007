package com.hekax.phone.scenarios.isolation;

import com.hekax.phone.platform.crypto.RandomToken;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.platform.tenancy.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** API keys of businesses, as if their members had made them. */
public final class SampleKeys {
  private static final String PREFIX = "probekey";
  private static final Instant NEVER = Instant.parse("2100-01-01T00:00:00Z");

  private final Connection superuser;

  public SampleKeys(Connection superuser) {
    this.superuser = superuser;
  }

  /** All that a key can be given. */
  static Set<Permission> scopes() {
    var scopes = EnumSet.noneOf(Permission.class);
    Arrays.stream(Permission.values()).filter(Permission::isScope).forEach(scopes::add);
    return scopes;
  }

  /** One that may all that a key may. */
  public String ofAll(Tenant tenant) throws SQLException {
    return of(tenant, scopes(), NEVER);
  }

  String of(Tenant tenant, Collection<Permission> scopes) throws SQLException {
    return of(tenant, scopes, NEVER);
  }

  /** One that was good until yesterday. */
  String expired(Tenant tenant) throws SQLException {
    return of(tenant, scopes(), Instant.now().minusSeconds(86_400));
  }

  /** One that was removed. */
  String removed(Tenant tenant) throws SQLException {
    var key = ofAll(tenant);
    try (var statement = superuser.prepareStatement("delete from api_keys where key_hash = ?")) {
      statement.setBytes(1, new RandomToken(key).hash());
      statement.executeUpdate();
    }
    return key;
  }

  /** One that has the form and was never made. */
  static String invented() {
    return "hxk_" + PREFIX + "_" + RandomToken.create().value();
  }

  private String of(Tenant tenant, Collection<Permission> scopes, Instant expiresAt)
      throws SQLException {
    var key = invented();
    List<String> names = scopes.stream().map(Permission::name).toList();
    try (var statement =
        superuser.prepareStatement(
            """
            insert into api_keys
              (id, organization_id, name, prefix, key_hash, scopes, created_by, created_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, now(), cast(? as timestamptz))
            """)) {
      statement.setObject(1, UUID.randomUUID());
      statement.setObject(2, tenant.id().value());
      statement.setString(3, tenant.mark());
      statement.setString(4, PREFIX);
      statement.setBytes(5, new RandomToken(key).hash());
      statement.setArray(6, superuser.createArrayOf("text", names.toArray()));
      statement.setObject(7, tenant.member(Role.OWNER).value());
      statement.setString(8, expiresAt.toString());
      statement.executeUpdate();
    }
    return key;
  }
}
