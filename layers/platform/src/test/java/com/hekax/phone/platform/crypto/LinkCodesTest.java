package com.hekax.phone.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.contracts.AccountMail;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.secrets.Secrets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LinkCodesTest {
  private final UUID id = UUID.fromString("01a20e5b-cd87-77af-9964-14b1fb69799b");
  private final LinkCodes codes = codes("a key");

  @Test
  void a_code_leads_to_the_id_it_was_made_of() {
    var code = codes.of(AccountMail.INVITATION, id);

    assertThat(code).matches("[A-Za-z0-9_-]{64}");
    assertThat(codes.read(AccountMail.INVITATION, code)).contains(id);
  }

  @Test
  void a_code_is_good_for_its_kind_alone() {
    var code = codes.of(AccountMail.INVITATION, id);

    assertThat(codes.read(AccountMail.RESET_PASSWORD, code)).isEmpty();
  }

  @Test
  void a_code_of_another_key_is_none() {
    var code = codes("another").of(AccountMail.INVITATION, id);

    assertThat(codes.read(AccountMail.INVITATION, code)).isEmpty();
  }

  @Test
  void a_code_with_any_bit_changed_is_none() {
    var code = Base64.getUrlDecoder().decode(codes.of(AccountMail.INVITATION, id));
    for (int i = 0; i < code.length; i++) {
      var changed = code.clone();
      changed[i] ^= 1;
      var text = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);

      assertThat(codes.read(AccountMail.INVITATION, text)).as("byte %d", i).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "not base64!", "AAAA"})
  void what_is_no_code_is_none(String text) {
    assertThat(codes.read(AccountMail.INVITATION, text)).isEmpty();
  }

  private static LinkCodes codes(String key) {
    return new LinkCodes(
        new Secrets() {
          @Override
          public <T> T get(String name, Class<T> type) {
            assertThat(name).isEqualTo("codes");
            return Json.read(Json.write(Map.of("secret", key)), type);
          }
        });
  }
}
