package com.hekax.phone.crm;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.crm.Grant.Given;
import com.hekax.phone.crm.Grant.Refused;
import com.hekax.phone.crm.Grant.Unavailable;
import com.hekax.phone.crm.hubspot.HubSpotOAuth;
import com.hekax.phone.crm.store.AuthorizationDao;
import com.hekax.phone.platform.audit.Acting;
import com.hekax.phone.platform.crypto.RandomToken;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.db.SystemDatabase;
import com.hekax.phone.platform.entitlements.Entitlements;
import com.hekax.phone.platform.entitlements.Feature;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.telemetry.LogContext;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Permission;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Sends people to their CRM to let us in, and takes them back (OAuth 2.0 with PKCE, RFC 7636).
 *
 * <p>The state in the address ties what comes back to the organization and the person that began;
 * it serves once, for ten minutes. The PKCE verifier stays in a cookie of the browser that began
 * and the database knows its hash alone, which is the challenge. So nobody can be made to connect
 * an account of his with another's organization: his browser does not have the cookie.
 */
@AcrossOrganizations("a browser that comes back from a vendor brings a state and no session")
public final class Authorizations {
  public static final Duration LIFE = Duration.ofMinutes(10);

  private final Database database;
  private final SystemDatabase system;
  private final Entitlements entitlements;
  private final Connections connections;
  private final HubSpotOAuth oauth;
  private final InstantSource clock;

  Authorizations(
      Database database,
      SystemDatabase system,
      Entitlements entitlements,
      Connections connections,
      HubSpotOAuth oauth,
      InstantSource clock) {
    this.database = database;
    this.system = system;
    this.entitlements = entitlements;
    this.connections = connections;
    this.oauth = oauth;
    this.clock = clock;
  }

  /**
   * A question to a person, ready to be asked.
   *
   * @param url where the browser is sent
   * @param verifier for the browser to keep
   */
  public record Asked(String url, RandomToken verifier) {}

  /** How it ended. */
  public enum Ending {
    CONNECTED,
    /** The person said no. */
    DENIED,
    /** Less was allowed than we need. */
    MISSING_SCOPES,
    /** The state is not known: used, too old, of another browser, or made up. */
    EXPIRED,
    /** The person may no longer do it, or the plan has no CRM. */
    NOT_ALLOWED,
    /** The CRM did not answer; it can be tried again. */
    UNAVAILABLE
  }

  /** Asks a member to let us into the organization's CRM. */
  public Asked begin(Member member, Provider provider) {
    entitlements.require(member.organization(), Feature.CRM);
    var state = RandomToken.create();
    var verifier = RandomToken.create();
    database.useTransaction(
        member.organization(),
        tx ->
            tx.dao(AuthorizationDao.class)
                .insert(
                    member.organization(),
                    member.user(),
                    provider,
                    state.hash(),
                    verifier.hash(),
                    clock.instant().plus(LIFE)));
    return new Asked(oauth.page(state.value(), challenge(verifier)), verifier);
  }

  /**
   * A browser is back.
   *
   * @param code what the CRM gave it; empty when the person said no
   * @param verifier what the browser kept
   */
  public Ending finish(RandomToken state, Optional<String> code, Optional<RandomToken> verifier) {
    // Whatever comes of it, the state has served.
    var begun = system.inTransaction(tx -> tx.dao(AuthorizationDao.class).redeem(state.hash()));
    return begun
        .filter(one -> clock.instant().isBefore(one.expiresAt()))
        .flatMap(
            one ->
                verifier
                    .filter(kept -> isOf(one, kept))
                    .map(
                        kept ->
                            LogContext.current()
                                .on(one.organizationId())
                                .call(
                                    () ->
                                        Acting.current()
                                            .by(one.userId())
                                            .call(() -> finish(one, code, kept)))))
        .orElse(Ending.EXPIRED);
  }

  private Ending finish(Begun begun, Optional<String> code, RandomToken verifier) {
    if (code.isEmpty()) {
      return Ending.DENIED;
    }
    if (!isStillAllowed(begun)) {
      return Ending.NOT_ALLOWED;
    }
    return switch (oauth.exchange(code.get(), verifier.value())) {
      case Given given -> connect(begun, given);
      case Refused _ -> Ending.EXPIRED;
      case Unavailable _ -> Ending.UNAVAILABLE;
    };
  }

  private Ending connect(Begun begun, Given given) {
    if (!given.scopes().containsAll(HubSpotOAuth.SCOPES)) {
      Log.info("A CRM was not connected for want of scopes", field("userId", begun.userId()));
      return Ending.MISSING_SCOPES;
    }
    connections.connect(
        begun.organizationId(),
        begun.provider(),
        given,
        oauth.accountName(given.tokens().access()));
    Log.info("A CRM was connected", field("userId", begun.userId()));
    return Ending.CONNECTED;
  }

  private boolean isStillAllowed(Begun begun) {
    var organization = begun.organizationId();
    boolean mayConnect =
        database
            .read(
                organization,
                tx -> tx.dao(AuthorizationDao.class).findRole(organization, begun.userId()))
            .filter(role -> role.permissions().contains(Permission.CRM_MANAGE))
            .isPresent();
    return mayConnect && entitlements.of(organization).features().contains(Feature.CRM);
  }

  private static boolean isOf(Begun begun, RandomToken verifier) {
    return MessageDigest.isEqual(HexFormat.of().parseHex(begun.verifierHash()), verifier.hash());
  }

  private static String challenge(RandomToken verifier) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(verifier.hash());
  }
}
