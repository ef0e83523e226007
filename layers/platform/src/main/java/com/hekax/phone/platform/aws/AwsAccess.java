package com.hekax.phone.platform.aws;

import com.hekax.phone.platform.Env;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** Where one function finds AWS and who it is there. */
public final class AwsAccess {
  private final Env env;
  private final Region region;
  private final AwsCredentialsProvider credentials;

  private AwsAccess(Env env, Region region, AwsCredentialsProvider credentials) {
    this.env = env;
    this.region = region;
    this.credentials = credentials;
  }

  /**
   * Reads {@code AWS_REGION}, {@code AWS_ENDPOINT_URL}, {@code AWS_ENDPOINT_URL_<SERVICE>}, {@code
   * AWS_ACCESS_KEY_ID} and {@code AWS_SECRET_ACCESS_KEY}; all but the region may be missing.
   */
  public static AwsAccess of(Env env) {
    return new AwsAccess(env, Region.of(env.get("AWS_REGION")), credentials(env));
  }

  Region region() {
    return region;
  }

  AwsCredentialsProvider credentials() {
    return credentials;
  }

  /** The address that stands in for the service, or empty when the real one is meant. */
  Optional<URI> endpoint(String service) {
    return env.find("AWS_ENDPOINT_URL_" + service)
        .or(() -> env.find("AWS_ENDPOINT_URL"))
        .map(URI::create);
  }

  private static AwsCredentialsProvider credentials(Env env) {
    // Keys with a session token are Lambda's own and expire: only the default chain renews them.
    if (env.find("AWS_SESSION_TOKEN").isPresent()) {
      return DefaultCredentialsProvider.builder().build();
    }
    return env.find("AWS_ACCESS_KEY_ID")
        .<AwsCredentialsProvider>map(
            id ->
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(id, env.get("AWS_SECRET_ACCESS_KEY"))))
        .orElseGet(() -> DefaultCredentialsProvider.builder().build());
  }
}
