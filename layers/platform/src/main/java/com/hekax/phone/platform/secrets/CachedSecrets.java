package com.hekax.phone.platform.secrets;

import com.hekax.phone.platform.Env;
import com.hekax.phone.platform.aws.AwsClients;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.priming.Priming;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * Secrets from Secrets Manager, kept in memory for five minutes: a changed secret is in use
 * everywhere after that time. Should Secrets Manager fail then, the last value serves for an hour
 * more, and the failure is logged; see {@link CachedSecret} for both times.
 */
public final class CachedSecrets implements Secrets {
  /** How long a value serves before it is fetched again. */
  public static final Duration FRESH = CachedSecret.FRESH;

  /** No value serves that was fetched longer ago, whatever happens to Secrets Manager. */
  public static final Duration OLDEST = CachedSecret.USABLE.plus(CachedSecret.PAUSE_AFTER_FAILURE);

  private final AwsClients aws;
  private final String prefix;
  private final InstantSource clock;
  private final Map<String, CachedSecret> secrets = new ConcurrentHashMap<>();

  CachedSecrets(AwsClients aws, String prefix, InstantSource clock) {
    this.aws = aws;
    this.prefix = prefix;
    this.clock = clock;
  }

  /**
   * The secrets under the setting {@code SECRETS_PREFIX}, for example {@code hekax/prod}. None is
   * fetched before it is asked for, and a snapshot holds none.
   */
  public static CachedSecrets of(Env env, AwsClients aws) {
    var secrets = new CachedSecrets(aws, env.get("SECRETS_PREFIX"), InstantSource.system());
    Priming.of(env).forget("secrets", secrets::forget);
    return secrets;
  }

  @Override
  public <T> T get(String name, Class<T> type) {
    return secret(name).as(type);
  }

  @Override
  public <T> T renewed(String name, Class<T> type) {
    return secret(name).renewed(type);
  }

  /** Drops all values; the next reader fetches. */
  void forget() {
    secrets.clear();
  }

  private CachedSecret secret(String name) {
    var id = prefix + "/" + name;
    // A secret may gain a field before all functions know it: the mapper passes it over.
    return secrets.computeIfAbsent(
        id, _ -> new CachedSecret(id, Json.MAPPER, clock, () -> fetch(id)));
  }

  private String fetch(String id) {
    try {
      var answer = aws.secrets().getSecretValue(request -> request.secretId(id));
      var text = answer.secretString();
      if (text == null) {
        throw new SecretUnavailableException("The secret " + id + " holds bytes instead of text");
      }
      return text;
    } catch (ResourceNotFoundException e) {
      throw new SecretUnavailableException("The secret " + id + " does not exist", e);
    } catch (SdkException e) {
      throw new SecretUnavailableException("The secret " + id + " could not be fetched", e);
    }
  }
}
