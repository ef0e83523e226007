package com.hekax.phone.operations.aws;

import com.hekax.phone.platform.Env;
import com.hekax.phone.platform.aws.AwsClients;
import com.hekax.phone.platform.json.Json;
import java.util.function.Supplier;

/**
 * How the owner of the tables signs in. RDS makes and changes the password in a secret of its own,
 * so it is read anew for each migration and kept nowhere.
 */
public record OwnerPassword(String username, String password) {

  /** From the secret in {@code DB_OWNER_SECRET_ARN}, or {@code DB_PASSWORD} where that is set. */
  public static Supplier<OwnerPassword> of(Env env, AwsClients aws) {
    return env.find("DB_PASSWORD")
        .<Supplier<OwnerPassword>>map(password -> () -> new OwnerPassword("hekax_owner", password))
        .orElseGet(
            () -> {
              var secret = env.get("DB_OWNER_SECRET_ARN");
              return () -> read(aws, secret);
            });
  }

  private static OwnerPassword read(AwsClients aws, String secret) {
    var answer = aws.secrets().getSecretValue(request -> request.secretId(secret));
    return Json.read(answer.secretString(), OwnerPassword.class);
  }

  /** Without the password: records print what they hold. */
  @Override
  public String toString() {
    return "OwnerPassword[" + username + "]";
  }
}
