package com.hekax.phone.accounts.team;

import com.hekax.phone.accounts.store.TeamDao;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.platform.tenancy.Role;

/**
 * Who may do what to whom in a team, by the roles of this moment: a token may be of a minute ago.
 * Right only while the organization is held, so that no role changes meanwhile.
 */
final class TeamRules {
  private final TeamDao dao;
  private final OrganizationId organization;

  TeamRules(TeamDao dao, OrganizationId organization) {
    this.dao = dao;
    this.organization = organization;
  }

  /** The role of a member; somebody else's is nothing that exists here. */
  Role of(UserId user) {
    return dao.findRole(organization, user)
        .orElseThrow(
            () -> ProblemType.NOT_FOUND.because("There is no member %s in the team.", user));
  }

  /** Refuses who may not manage the team, or not people of this role: owners are for owners. */
  void checkMayManage(Member by, Role... roles) {
    var own = dao.findRole(organization, by.user());
    if (!by.may(Permission.TEAM_MANAGE)
        || own.filter(role -> role.permissions().contains(Permission.TEAM_MANAGE)).isEmpty()) {
      throw ProblemType.FORBIDDEN.because("Ask an owner or admin of the organization.");
    }
    for (var role : roles) {
      if (role == Role.OWNER && own.get() != Role.OWNER) {
        throw ProblemType.FORBIDDEN.because("Only an owner decides who is one.");
      }
    }
  }

  /** Refuses to take away the last owner. */
  void checkOneIsLeftBeside(Role role) {
    if (role == Role.OWNER && dao.countOwners(organization) == 1) {
      throw lastOwner();
    }
  }

  private static Problem lastOwner() {
    return ProblemType.LAST_OWNER.because(
        "There is no other owner. Hand the organization to somebody first, or close it.");
  }
}
