package com.hekax.phone.architecture;

import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.platform.tenancy.Role;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The table of {@code docs/security.md}: what each role may, and what a key may be given. */
final class PermissionTable {
  private PermissionTable() {}

  static GeneratedPart part() {
    return new GeneratedPart(
        StackTemplate.repository().resolve("docs/security.md"),
        "<!-- permissions: begin; written by ./hekax routes -->\n",
        "<!-- permissions: end -->");
  }

  static String text() {
    var roles = Arrays.asList(Role.values());
    var table = new StringBuilder("| Permission |");
    roles.forEach(role -> table.append(' ').append(role).append(" |"));
    table.append(" Scope of a key |\n|").append(" --- |".repeat(roles.size() + 2)).append('\n');
    for (var permission : Permission.values()) {
      // The other three are granted to nobody: see the page.
      if (roles.stream().anyMatch(role -> role.permissions().contains(permission))) {
        table
            .append("| ")
            .append(permission)
            .append(" | ")
            .append(
                roles.stream()
                    .map(role -> mark(role.permissions().contains(permission)))
                    .collect(Collectors.joining(" | ")))
            .append(" | ")
            .append(mark(permission.isScope()))
            .append(" |\n");
      }
    }
    return table.toString();
  }

  private static String mark(boolean granted) {
    return granted ? "yes" : "–";
  }
}
