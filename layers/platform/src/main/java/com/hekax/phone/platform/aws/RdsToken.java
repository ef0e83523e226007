package com.hekax.phone.platform.aws;

import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/**
 * Passwords for PostgreSQL under IAM authentication. A token is a presigned request for the action
 * {@code rds-db:connect} without its scheme; it is made without a network call and opens
 * connections for fifteen minutes, so make one for each connection. Made by the SDK's own signer,
 * which saves the whole RDS module.
 */
public final class RdsToken {
  private static final Duration LIFE = Duration.ofMinutes(15);

  private final AwsAccess access;
  private final Clock clock;

  RdsToken(AwsAccess access) {
    this(access, Clock.systemUTC());
  }

  RdsToken(AwsAccess access, Clock clock) {
    this.access = access;
    this.clock = clock;
  }

  /** The password for {@code user} at the proxy or database that listens on host and port. */
  public String create(String host, int port, String user) {
    var connect =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .protocol("https")
            .host(host)
            .port(port)
            .encodedPath("/")
            .putRawQueryParameter("DBUser", user)
            .putRawQueryParameter("Action", "connect")
            .build();
    var signed =
        AwsV4HttpSigner.create()
            .sign(
                request ->
                    request
                        .identity(access.credentials().resolveCredentials())
                        .request(connect)
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "rds-db")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, access.region().id())
                        .putProperty(
                            AwsV4FamilyHttpSigner.AUTH_LOCATION,
                            AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, LIFE)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock));
    return signed.request().getUri().toString().substring("https://".length());
  }
}
