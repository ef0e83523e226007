package com.hekax.phone.notifications.slack;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.notifications.slack.Grant.Given;
import com.hekax.phone.notifications.slack.Grant.Place;
import com.hekax.phone.notifications.slack.Grant.Refused;
import com.hekax.phone.notifications.slack.Grant.Unavailable;
import com.hekax.phone.notifications.store.SlackAuthorizationDao;
import com.hekax.phone.platform.audit.Acting;
import com.hekax.phone.platform.crypto.RandomToken;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.db.SystemDatabase;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.telemetry.LogContext;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.platform.vendor.VendorHttp;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Sends people to Slack to let us in, and takes them back.
 *
 * <p>The state in the address ties what comes back to the organization and the person that began;
 * it serves once, for ten minutes. A second secret stays in a cookie of the browser that began, of
 * which the database knows the hash alone. So nobody can be made to connect a channel of his with
 * another's organization: his browser does not have the cookie.
 */
@AcrossOrganizations("a browser that comes back from a vendor brings a state and no session")
public final class SlackAuthorizations {
  public static final Duration LIFE = Duration.ofMinutes(10);

  private final Database database;
  private final SystemDatabase system;
  private final SlackConnections connections;
  private final SlackOAuth oauth;
  private final VendorHttp http;
  private final InstantSource clock;

  SlackAuthorizations(
      Database database,
      SystemDatabase system,
      SlackConnections connections,
      SlackOAuth oauth,
      VendorHttp http,
      InstantSource clock) {
    this.database = database;
    this.system = system;
    this.connections = connections;
    this.oauth = oauth;
    this.http = http;
    this.clock = clock;
  }

  /**
   * Somebody has been sent to Slack and is expected back.
   *
   * @param verifierHash hexadecimal
   */
  public record Begun(
      OrganizationId organizationId, UserId userId, String verifierHash, Instant expiresAt) {}

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
    /** Less was allowed than we need, or no channel was picked. */
    MISSING_SCOPES,
    /** The channel is private and we were not asked into it. */
    NOT_IN_CHANNEL,
    /** The state is not known: used, too old, of another browser, or made up. */
    EXPIRED,
    /** The person may no longer do it. */
    NOT_ALLOWED,
    /** Slack did not answer; it can be tried again. */
    UNAVAILABLE
  }

  /** Asks a member to let us into the organization's Slack. */
  public Asked begin(Member member) {
    var state = RandomToken.create();
    var verifier = RandomToken.create();
    database.useTransaction(
        member.organization(),
        tx ->
            tx.dao(SlackAuthorizationDao.class)
                .insert(
                    member.organization(),
                    member.user(),
                    state.hash(),
                    verifier.hash(),
                    clock.instant().plus(LIFE)));
    return new Asked(oauth.page(state.value()), verifier);
  }

  /**
   * A browser is back.
   *
   * @param code what Slack gave it; empty when the person said no
   * @param verifier what the browser kept
   */
  public Ending finish(RandomToken state, Optional<String> code, Optional<RandomToken> verifier) {
    // Whatever comes of it, the state has served.
    var begun =
        system.inTransaction(tx -> tx.dao(SlackAuthorizationDao.class).redeem(state.hash()));
    return begun
        .filter(one -> clock.instant().isBefore(one.expiresAt()))
        .filter(one -> verifier.filter(kept -> isOf(one, kept)).isPresent())
        .map(
            one ->
                LogContext.current()
                    .on(one.organizationId())
                    .call(() -> Acting.current().by(one.userId()).call(() -> finish(one, code))))
        .orElse(Ending.EXPIRED);
  }

  private Ending finish(Begun begun, Optional<String> code) {
    if (code.isEmpty()) {
      return Ending.DENIED;
    }
    if (!isStillAllowed(begun)) {
      return Ending.NOT_ALLOWED;
    }
    return switch (oauth.exchange(code.get())) {
      case Given given -> connect(begun, given);
      case Refused _ -> Ending.EXPIRED;
      case Unavailable _ -> Ending.UNAVAILABLE;
    };
  }

  private Ending connect(Begun begun, Given given) {
    if (!given.scopes().containsAll(SlackOAuth.SCOPES) || given.place().isEmpty()) {
      Log.info("Slack was not connected for want of scopes", field("userId", begun.userId()));
      return Ending.MISSING_SCOPES;
    }
    var place = given.place().get();
    if (isShutOut(given, place)) {
      return Ending.NOT_IN_CHANNEL;
    }
    connections.connect(begun.organizationId(), given, place);
    Log.info("Slack was connected", field("userId", begun.userId()));
    return Ending.CONNECTED;
  }

  /** Found out now, while somebody is there who can mend it; a doubt is no reason to refuse. */
  private boolean isShutOut(Given given, Place place) {
    var client = new SlackClient(http, new NewAccess(given.tokens().access()));
    client.join(place.channelId());
    return client.isMember(place.channelId()) instanceof Reply.Lost;
  }

  /** A token that was given this moment. */
  private record NewAccess(String token) implements AccessSource {

    @Override
    public Access current() {
      return new Access.Granted(token, 0);
    }

    @Override
    public Access insteadOf(int version) {
      return new Access.Lost("Slack took the access back.", version);
    }

    @Override
    public String toString() {
      return "NewAccess";
    }
  }

  private boolean isStillAllowed(Begun begun) {
    var organization = begun.organizationId();
    return database
        .read(
            organization,
            tx -> tx.dao(SlackAuthorizationDao.class).findRole(organization, begun.userId()))
        .filter(role -> role.permissions().contains(Permission.NOTIFICATIONS_MANAGE))
        .isPresent();
  }

  private static boolean isOf(Begun begun, RandomToken verifier) {
    return MessageDigest.isEqual(HexFormat.of().parseHex(begun.verifierHash()), verifier.hash());
  }
}
