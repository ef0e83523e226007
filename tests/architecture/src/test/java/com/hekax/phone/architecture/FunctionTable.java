package com.hekax.phone.architecture;

import com.hekax.phone.platform.tenancy.Permission;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * The table of all functions in {@code docs/architecture.md}: what starts each, its class, and the
 * permission it needs. Printed by {@link #main}, and written into the page with {@code --write}.
 */
final class FunctionTable {
  public static void main(String[] arguments) throws IOException {
    if (Stream.of(arguments).anyMatch("--write"::equals)) {
      part().write(text());
    }
    print(text());
  }

  static GeneratedPart part() {
    return new GeneratedPart(
        StackTemplate.repository().resolve("docs/architecture.md"),
        "<!-- functions: begin; written by ./hekax routes -->\n",
        "<!-- functions: end -->");
  }

  static String text() {
    var table =
        new StringBuilder(
            """
            | Domain | Function | What starts it | Class | Needs |
            | --- | --- | --- | --- | --- |
            """);
    for (var function : DeployedFunction.all()) {
      table.append(
          "| %s | `%s` | %s | `%s` | %s |\n"
              .formatted(
                  function.stack().domain(),
                  function.resource().id().replaceFirst("Function$", ""),
                  trigger(function),
                  function.kind() + "." + simpleName(function),
                  function.permission().map(FunctionTable::words).orElse("")));
    }
    return table.toString();
  }

  private static String trigger(DeployedFunction function) {
    if (function.httpRoute().isPresent()) {
      return "`" + function.httpRoute().get().value() + "`";
    }
    if (!function.detailTypes().isEmpty()) {
      return String.join(", ", function.detailTypes());
    }
    if (!function.socketRoutes().isEmpty()) {
      return "WebSocket `" + String.join("`, `", function.socketRoutes()) + "`";
    }
    return function
        .schedule()
        .map(schedule -> "`" + schedule + "`")
        .orElseGet(
            () ->
                switch (simpleName(function)) {
                  case "SessionAuthorizer" -> "every route with a session";
                  case "CallAuthorizer" -> "every route of a call";
                  default -> "each deployment";
                });
  }

  private static String words(Permission permission) {
    return switch (permission) {
      case PUBLIC -> "nothing";
      case SIGNED_IN -> "a session";
      case OWN_ACCOUNT -> "a session, for one's own account";
      default -> permission.name();
    };
  }

  private static String simpleName(DeployedFunction function) {
    return function.className().substring(function.className().lastIndexOf('.') + 1);
  }

  @SuppressWarnings("SystemOut") // A command prints.
  private static void print(String text) {
    System.out.print(text);
  }

  private FunctionTable() {}
}
