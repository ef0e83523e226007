package com.hekax.phone.scenarios.isolation;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.tenancy.Role;
import com.hekax.phone.runner.aws.SecretStore;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Access tokens as the product signs them, for members who never signed in; and forged ones. */
public final class Tokens {
  private final JsonNode key;
  private final String issuer;

  Tokens(Path data, String issuer) {
    var secret = new SecretStore(data.resolve("secrets.json")).find("hekax/local/jwt");
    this.key = Json.tree(secret.orElseThrow().current().value()).path("keys").path(0);
    this.issuer = issuer;
  }

  public String of(Tenant tenant, Role role) throws GeneralSecurityException {
    return sign(tenant, role, privateKey(), Instant.now().plus(Duration.ofMinutes(5)));
  }

  String expired(Tenant tenant, Role role) throws GeneralSecurityException {
    return sign(tenant, role, privateKey(), Instant.now().minus(Duration.ofMinutes(5)));
  }

  /** With our key's id, but another key. */
  String forged(Tenant tenant, Role role) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    var other = (RSAPrivateKey) generator.generateKeyPair().getPrivate();
    return sign(tenant, role, other, Instant.now().plus(Duration.ofMinutes(5)));
  }

  private String sign(Tenant tenant, Role role, RSAPrivateKey with, Instant expiry) {
    return JWT.create()
        .withKeyId(key.path("kid").asText())
        .withIssuer(issuer)
        .withAudience(issuer)
        .withSubject(tenant.member(role).toString())
        .withClaim("org", tenant.id().toString())
        .withClaim("role", role.name())
        .withClaim("sid", tenant.session(role).toString())
        .withIssuedAt(Instant.now())
        .withExpiresAt(expiry)
        .sign(Algorithm.RSA256(null, with));
  }

  private RSAPrivateKey privateKey() throws GeneralSecurityException {
    var der =
        Base64.getMimeDecoder()
            .decode(key.path("privateKey").asText().replaceAll("-----[A-Z ]+-----", ""));
    return (RSAPrivateKey)
        KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
  }
}
