package com.hekax.phone.crm.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.contracts.OrganizationErasing;
import com.hekax.phone.crm.CrmTest;
import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.fixtures.TestFunction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseConnectionsWorkerTest extends CrmTest {
  private final TestFunction<ReleaseConnectionsWorker> release =
      function(ReleaseConnectionsWorker::new);

  @BeforeEach
  void given_two_businesses_with_a_portal_each() {
    connect(acme(), ACME_PORTAL);
    connect(globex(), GLOBEX_PORTAL);
  }

  @Test
  void when_a_business_is_erased_then_its_access_is_given_back_and_no_others() {
    assertThat(release.deliver(erasing(acme()))).isEmpty();

    assertThat(hubSpot.isInstalled(ACME_PORTAL)).isFalse();
    assertThat(hubSpot.isInstalled(GLOBEX_PORTAL)).isTrue();
    assertThat(tokensOf(acme())).containsOnlyNulls();
    assertThat(tokensOf(globex())).doesNotContainNull();
    assertThat(handled(acme())).hasSize(1);
  }

  @Test
  void when_it_is_announced_again_then_nothing_happens_and_it_is_handled() {
    release.deliver(erasing(acme()));

    assertThat(release.deliver(erasing(acme()))).isEmpty();

    assertThat(handled(acme())).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 429, 500, 503})
  void when_HubSpot_cannot_be_asked_then_the_tokens_stay_until_it_can(int status) {
    fail("hubspot-token", status);

    assertThat(release.deliver(erasing(acme()))).containsExactly(0);
    assertThat(tokensOf(acme())).doesNotContainNull();
    assertThat(handled(acme())).isEmpty();

    failNoMore("hubspot-token");
    assertThat(release.deliver(erasing(acme()))).isEmpty();
    assertThat(hubSpot.isInstalled(ACME_PORTAL)).isFalse();
  }

  @Test
  void when_HubSpot_does_not_know_the_access_any_more_then_there_is_nothing_to_give_back() {
    hubSpot.uninstall(ACME_PORTAL);

    assertThat(release.deliver(erasing(acme()))).isEmpty();
    assertThat(tokensOf(acme())).containsOnlyNulls();
  }

  private static OrganizationErasing erasing(Organization business) {
    return new OrganizationErasing(UUID.randomUUID(), business.id(), Instant.now());
  }

  private List<Object> tokensOf(Organization business) {
    return rows(
            "select tokens from crm_connections where organization_id = ?", business.id().value())
        .stream()
        .map(row -> row.get("tokens"))
        .toList();
  }

  private List<Map<String, Object>> handled(Organization business) {
    return rows(
        "select * from handled_events where organization_id = ? and consumer = 'ReleaseConnectionsWorker'",
        business.id().value());
  }
}
