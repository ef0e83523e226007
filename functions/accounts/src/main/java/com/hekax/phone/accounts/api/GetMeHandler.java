package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.OwnOrganizations;
import com.hekax.phone.accounts.Profiles;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.entitlements.Entitlements;
import com.hekax.phone.platform.entitlements.Feature;
import com.hekax.phone.platform.entitlements.Plan;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.platform.tenancy.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Says who is asking, in which organization, with which rights and limits. */
@Route(value = "GET /api/me", needs = Permission.OWN_ACCOUNT)
public final class GetMeHandler extends ApiHandler {
  private final Profiles profiles;
  private final OwnOrganizations organizations;
  private final Entitlements entitlements;
  private final InstantSource clock;

  public GetMeHandler() {
    this(
        AccountsWiring.profiles(),
        AccountsWiring.ownOrganizations(),
        AccountsWiring.entitlements(),
        AccountsWiring.clock());
  }

  GetMeHandler(
      Profiles profiles,
      OwnOrganizations organizations,
      Entitlements entitlements,
      InstantSource clock) {
    this.organizations = organizations;
    this.profiles = profiles;
    this.entitlements = entitlements;
    this.clock = clock;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var member = request.member();
    var profile = profiles.of(member);
    var plan = entitlements.of(request.organization());
    return ApiResponse.ok(
        new Me(
            new Me.User(profile.userId(), profile.name(), profile.email()),
            new Me.Organization(
                profile.organizationId(),
                profile.organizationName(),
                profile.timeZone(),
                profile.country()),
            member.role(),
            member.permissions().stream().sorted().toList(),
            profile.twoStep(),
            member.restricted(),
            organizations.count(member.user()),
            PlanBody.of(plan),
            clock.instant()));
  }

  record Me(
      User user,
      Organization organization,
      Role role,
      List<Permission> permissions,
      boolean twoStep,
      boolean restricted,
      int organizations,
      PlanBody plan,
      Instant serverTime) {

    record User(UserId id, String name, String email) {}

    record Organization(OrganizationId id, String name, String timeZone, String country) {}
  }

  record PlanBody(String code, Limits limits, List<Feature> features) {

    record Limits(
        Optional<Integer> callMinutes,
        Optional<Integer> aiMinutes,
        Optional<Integer> phoneNumbers,
        Optional<Integer> members) {}

    static PlanBody of(Plan plan) {
      return new PlanBody(
          plan.plan(),
          new Limits(plan.callMinutes(), plan.aiMinutes(), plan.phoneNumbers(), plan.members()),
          plan.features().stream().sorted().toList());
    }
  }
}
