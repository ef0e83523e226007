package com.hekax.phone.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.MovableClock;
import com.hekax.phone.platform.aws.AwsClients;
import com.hekax.phone.platform.aws.AwsFake;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EnvelopeTest {
  private static final byte[] TOKEN = "refresh-token-of-acme".getBytes(UTF_8);

  private final OrganizationId acme = OrganizationId.create();
  private final OrganizationId globex = OrganizationId.create();
  private final MovableClock clock = new MovableClock();
  private AwsFake aws;
  private KmsFake kms;
  private Envelope envelope;
  private Envelope elsewhere;
  private byte[] sealed;

  @BeforeEach
  void given_a_token_sealed_for_Acme() throws IOException {
    aws = new AwsFake();
    kms = new KmsFake(aws);
    envelope = newEnvironment();
    elsewhere = newEnvironment();
    sealed = envelope.seal(acme, "crm-token", TOKEN);
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  @Nested
  class Given_its_owner {
    @Test
    void when_it_is_opened_in_another_environment_then_it_is_the_token() {
      assertThat(elsewhere.open(acme, "crm-token", sealed)).isEqualTo(TOKEN);
    }

    @Test
    void when_it_is_looked_at_then_the_token_is_not_in_it() {
      assertThat(new String(sealed, UTF_8)).doesNotContain("refresh");
    }

    @Test
    void when_it_is_sealed_again_then_key_and_text_are_new() {
      var again = envelope.seal(acme, "crm-token", TOKEN);

      assertThat(Sealed.parse(again).wrappedKey()).isNotEqualTo(Sealed.parse(sealed).wrappedKey());
      assertThat(Sealed.parse(again).nonce()).isNotEqualTo(Sealed.parse(sealed).nonce());
    }

    @Test
    void when_nothing_is_sealed_then_nothing_is_opened() {
      var empty = envelope.seal(acme, "crm-token", new byte[0]);

      assertThat(elsewhere.open(acme, "crm-token", empty)).isEmpty();
    }

    @Test
    void when_KMS_is_asked_for_the_key_then_owner_and_purpose_are_its_context() {
      var context = aws.requests().getFirst().body().path("EncryptionContext");

      assertThat(context.path("organizationId").asText()).isEqualTo(acme.toString());
      assertThat(context.path("purpose").asText()).isEqualTo("crm-token");
      assertThat(aws.requests().getFirst().body().path("KeyId").asText()).isEqualTo("key-1");
    }
  }

  @Nested
  class Given_someone_else {
    @Test
    void when_another_organization_opens_it_then_the_seal_is_broken() {
      assertThatThrownBy(() -> elsewhere.open(globex, "crm-token", sealed))
          .isInstanceOf(SealBrokenException.class);
    }

    @Test
    void when_another_organization_opens_it_where_the_key_is_known_then_the_seal_is_broken() {
      envelope.open(acme, "crm-token", sealed);

      assertThatThrownBy(() -> envelope.open(globex, "crm-token", sealed))
          .isInstanceOf(SealBrokenException.class);
    }

    @Test
    void when_it_is_opened_for_another_purpose_then_the_seal_is_broken() {
      assertThatThrownBy(() -> envelope.open(acme, "webhook-secret", sealed))
          .isInstanceOf(SealBrokenException.class);
    }
  }

  @Nested
  class Given_someone_else_and_a_KMS_that_opens_any_key {
    @BeforeEach
    void given() {
      kms.ignoreContext();
    }

    @Test
    void when_another_organization_opens_it_then_the_text_itself_refuses() {
      assertThatThrownBy(() -> elsewhere.open(globex, "crm-token", sealed))
          .isInstanceOf(SealBrokenException.class);
    }

    @Test
    void when_it_is_opened_for_another_purpose_then_the_text_itself_refuses() {
      assertThatThrownBy(() -> elsewhere.open(acme, "webhook-secret", sealed))
          .isInstanceOf(SealBrokenException.class);
    }
  }

  @Nested
  class Given_changed_bytes {
    @Test
    void when_any_one_bit_was_changed_then_the_seal_is_broken() {
      for (int i = 0; i < sealed.length; i++) {
        var changed = sealed.clone();
        changed[i] ^= 1;

        assertThatThrownBy(() -> envelope.open(acme, "crm-token", changed))
            .as("byte %s", i)
            .isInstanceOf(SealBrokenException.class);
      }
    }

    @Test
    void when_it_was_cut_anywhere_then_the_seal_is_broken() {
      for (int length = 0; length < sealed.length; length++) {
        var cut = Arrays.copyOf(sealed, length);

        assertThatThrownBy(() -> envelope.open(acme, "crm-token", cut))
            .as("%s bytes", length)
            .isInstanceOf(SealBrokenException.class);
      }
    }

    @Test
    void when_the_text_of_another_seal_was_put_in_then_the_seal_is_broken() {
      var ours = Sealed.parse(sealed);
      var theirs = Sealed.parse(envelope.seal(globex, "crm-token", TOKEN));
      var mixed =
          new Sealed(ours.keyId(), ours.wrappedKey(), theirs.nonce(), theirs.ciphertext()).bytes();

      assertThatThrownBy(() -> envelope.open(acme, "crm-token", mixed))
          .isInstanceOf(SealBrokenException.class);
    }
  }

  @Nested
  class Given_a_busy_organization {
    @Test
    void when_a_token_is_opened_often_then_KMS_is_asked_once_in_five_minutes() {
      elsewhere.open(acme, "crm-token", sealed);
      clock.advance(Duration.ofMinutes(5).minusMillis(1));
      elsewhere.open(acme, "crm-token", sealed);
      assertThat(aws.count(KmsFake.DECRYPT)).isOne();

      clock.advance(Duration.ofMillis(1));
      elsewhere.open(acme, "crm-token", sealed);
      assertThat(aws.count(KmsFake.DECRYPT)).isEqualTo(2);
    }

    @Test
    void when_a_token_was_just_sealed_then_it_is_opened_without_KMS() {
      envelope.open(acme, "crm-token", sealed);

      assertThat(aws.count(KmsFake.DECRYPT)).isZero();
    }

    @Test
    void when_more_keys_are_used_than_are_kept_then_the_oldest_is_asked_for_again() {
      var keys = dataKeys("key-1", Optional.empty());
      var owner = new SealFor(acme, "crm-token");
      var first = keys.create(owner);
      for (int i = 0; i < DataKeys.MOST; i++) {
        keys.create(owner);
      }

      keys.unwrap(Optional.of("key-1"), first.wrapped(), owner);

      assertThat(aws.count(KmsFake.DECRYPT)).isOne();
    }
  }

  @Nested
  class Given_that_the_KMS_key_was_changed {
    private Envelope changed = envelope;

    @BeforeEach
    void given() {
      changed = environment("key-2", Optional.of("key-1"));
    }

    @Test
    void when_a_seal_of_the_former_key_is_opened_then_the_key_that_it_names_is_asked() {
      assertThat(changed.open(acme, "crm-token", sealed)).isEqualTo(TOKEN);
      assertThat(aws.requests().getLast().body().path("KeyId").asText()).isEqualTo("key-1");
      assertThat(aws.count(KmsFake.DECRYPT)).isOne();
    }

    @Test
    void when_something_is_sealed_then_it_is_under_the_present_key() {
      var anew = changed.seal(acme, "crm-token", TOKEN);

      assertThat(Sealed.parse(anew).keyId()).contains("key-2");
      assertThat(changed.isPresent(anew)).isTrue();
      assertThat(changed.isPresent(sealed)).isFalse();
      assertThat(environment("key-2", Optional.empty()).open(acme, "crm-token", anew))
          .isEqualTo(TOKEN);
    }

    @Test
    void when_the_former_key_is_known_no_more_then_its_name_is_told() {
      assertThatThrownBy(
              () -> environment("key-2", Optional.of("key-0")).open(acme, "crm-token", sealed))
          .isInstanceOf(SealKeyUnknownException.class)
          .hasMessageContaining("the KMS key key-1, which is neither TOKEN_KEY_ID");
      assertThat(aws.count(KmsFake.DECRYPT)).isZero();
    }

    @Test
    void when_another_organization_opens_a_former_seal_then_the_seal_is_broken() {
      assertThatThrownBy(() -> changed.open(globex, "crm-token", sealed))
          .isInstanceOf(SealBrokenException.class);
    }

    @Test
    void when_a_seal_is_given_the_name_of_the_other_key_then_the_seal_is_broken() {
      var parts = Sealed.parse(sealed);
      var renamed =
          new Sealed(Optional.of("key-2"), parts.wrappedKey(), parts.nonce(), parts.ciphertext());

      assertThatThrownBy(() -> changed.open(acme, "crm-token", renamed.bytes()))
          .isInstanceOf(SealBrokenException.class);
    }
  }

  @Nested
  class Given_a_seal_of_before_seals_named_their_key {
    private byte[] old = new byte[0];

    @BeforeEach
    void given() throws GeneralSecurityException {
      old = firstVersion(acme, "crm-token", TOKEN);
    }

    @Test
    void when_it_is_opened_then_it_is_the_token() {
      assertThat(elsewhere.open(acme, "crm-token", old)).isEqualTo(TOKEN);
    }

    @Test
    void when_it_is_opened_after_the_key_was_changed_then_both_keys_are_asked() {
      var changed = environment("key-2", Optional.of("key-1"));

      assertThat(changed.open(acme, "crm-token", old)).isEqualTo(TOKEN);
      assertThat(aws.requests().stream().map(request -> request.body().path("KeyId").asText()))
          .endsWith("key-2", "key-1");
    }

    @Test
    void when_it_is_looked_at_then_it_is_to_be_sealed_anew() {
      assertThat(envelope.isPresent(old)).isFalse();
    }

    @Test
    void when_someone_else_opens_it_then_the_seal_is_broken() {
      assertThatThrownBy(() -> elsewhere.open(globex, "crm-token", old))
          .isInstanceOf(SealBrokenException.class);
      assertThatThrownBy(() -> elsewhere.open(acme, "webhook-secret", old))
          .isInstanceOf(SealBrokenException.class);
    }

    @Test
    void when_any_one_bit_was_changed_then_the_seal_is_broken() {
      for (int i = 0; i < old.length; i++) {
        var damaged = old.clone();
        damaged[i] ^= 1;

        assertThatThrownBy(() -> elsewhere.open(acme, "crm-token", damaged))
            .as("byte %s", i)
            .isInstanceOf(SealBrokenException.class);
      }
    }

    /** As it was written then. */
    private byte[] firstVersion(OrganizationId organization, String purpose, byte[] plain)
        throws GeneralSecurityException {
      var key = dataKeys("key-1", Optional.empty()).create(new SealFor(organization, purpose));
      var nonce = new byte[Sealed.NONCE_BYTES];
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, key.key(), new GCMParameterSpec(128, nonce));
      cipher.updateAAD(
          "organizationId=%s\npurpose=%s".formatted(organization, purpose).getBytes(UTF_8));
      var text = cipher.doFinal(plain);
      var wrapped = key.wrapped().asByteArray();
      return ByteBuffer.allocate(3 + wrapped.length + nonce.length + text.length)
          .put((byte) 1)
          .putShort((short) wrapped.length)
          .put(wrapped)
          .put(nonce)
          .put(text)
          .array();
    }
  }

  @Nested
  class Given_KMS_in_trouble {
    @Test
    void when_a_token_is_opened_then_the_failure_is_not_called_a_broken_seal() {
      aws.on(KmsFake.DECRYPT, _ -> AwsFake.error(400, "AccessDeniedException"));

      assertThatThrownBy(() -> elsewhere.open(acme, "crm-token", sealed))
          .isInstanceOf(SdkException.class);
    }
  }

  private Envelope newEnvironment() {
    return environment("key-1", Optional.empty());
  }

  private Envelope environment(String key, Optional<String> former) {
    return new Envelope(dataKeys(key, former));
  }

  private DataKeys dataKeys(String key, Optional<String> former) {
    return new DataKeys(new AwsClients(aws.env(Map.of())), key, former, clock);
  }
}
