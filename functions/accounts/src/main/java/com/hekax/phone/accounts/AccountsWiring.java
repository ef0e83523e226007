package com.hekax.phone.accounts;

import com.hekax.phone.accounts.organization.Organizations;
import com.hekax.phone.accounts.passwords.PasswordRules;
import com.hekax.phone.accounts.passwords.PasswordsWiring;
import com.hekax.phone.accounts.team.Invitations;
import com.hekax.phone.accounts.team.Joining;
import com.hekax.phone.accounts.team.Team;
import com.hekax.phone.platform.Platform;
import com.hekax.phone.platform.entitlements.Entitlements;
import java.time.InstantSource;

/** The objects of this domain, made when a handler first asks. */
public final class AccountsWiring {

  public static Accounts accounts() {
    return new Accounts(platform().systemDatabase());
  }

  public static Sessions sessions() {
    return new Sessions(platform().systemDatabase(), platform().clock());
  }

  public static SigningKeys signingKeys() {
    return new SigningKeys(platform().secrets());
  }

  public static AccessTokens accessTokens() {
    return new AccessTokens(signingKeys(), platform().env().get("PUBLIC_URL"), platform().clock());
  }

  public static Profiles profiles() {
    return new Profiles(platform().database());
  }

  public static Organizations organizations() {
    return new Organizations(platform().database(), platform().outbox(), platform().clock());
  }

  public static Team team() {
    return new Team(platform().database(), PasswordsWiring.ownPassword(), platform().clock());
  }

  public static Invitations invitations() {
    return new Invitations(
        platform().database(), entitlements(), platform().outbox(), platform().clock());
  }

  public static Joining joining() {
    return new Joining(
        platform().systemDatabase(),
        platform().linkCodes(),
        new PasswordRules(),
        platform().clock());
  }

  public static OwnOrganizations ownOrganizations() {
    return new OwnOrganizations(platform().systemDatabase());
  }

  public static Entitlements entitlements() {
    return platform().entitlements();
  }

  public static InstantSource clock() {
    return platform().clock();
  }

  /**
   * Not kept in a field: a test's JVM has many environments, and each is constructed in its own.
   */
  private static Platform platform() {
    return Platform.current();
  }

  private AccountsWiring() {}
}
