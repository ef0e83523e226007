package com.hekax.phone.operations.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.platform.Env;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnerPasswordTest extends DatabaseTest {

  @Test
  void given_a_secret_of_RDS_when_it_changes_then_the_next_migration_signs_in_with_the_new_one() {
    var password =
        OwnerPassword.of(
            Env.of(Map.of("DB_OWNER_SECRET_ARN", "hekax/test/owner")), platform().aws());

    aws.secret("owner", Map.of("username", "hekax_owner", "password", "first"));
    assertThat(password.get()).isEqualTo(new OwnerPassword("hekax_owner", "first"));
    aws.secret("owner", Map.of("username", "hekax_owner", "password", "second"));
    assertThat(password.get()).isEqualTo(new OwnerPassword("hekax_owner", "second"));
  }

  @Test
  void given_a_password_in_the_settings_then_no_secret_is_asked_for() {
    var password = OwnerPassword.of(Env.of(Map.of("DB_PASSWORD", "local")), platform().aws());

    assertThat(password.get()).isEqualTo(new OwnerPassword("hekax_owner", "local"));
  }

  @Test
  void a_password_is_not_printed() {
    assertThat(new OwnerPassword("hekax_owner", "very-secret").toString())
        .doesNotContain("very-secret");
  }
}
