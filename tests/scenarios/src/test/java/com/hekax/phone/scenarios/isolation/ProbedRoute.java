package com.hekax.phone.scenarios.isolation;

import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.runner.template.Application;
import com.hekax.phone.runner.template.Application.HttpRoute;
import java.net.MalformedURLException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A route of the product with all that is needed to ask it: taken from the templates, the handler's
 * annotation and the API document, so that a new route is probed without anyone writing a test.
 *
 * @param body a body that the document allows; empty for none
 */
public record ProbedRoute(String method, String path, Permission needs, String body) {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)Id}");

  /** All routes behind an authorizer, those that delete last. */
  static List<ProbedRoute> all(Path root) {
    var documents = new ApiPages(root.resolve("docs/api"));
    return all(
        root,
        route -> route.authorizer().isPresent(),
        route -> documents.sampleBody(route.method(), route.path()));
  }

  /** All routes, also those that are open to everybody or to who signs; without their bodies. */
  public static List<ProbedRoute> everything(Path root) {
    return all(root, _ -> true, _ -> "");
  }

  private static List<ProbedRoute> all(
      Path root, Predicate<HttpRoute> which, Function<HttpRoute, String> body) {
    var application = application(root);
    var routes = new ArrayList<ProbedRoute>();
    for (var api : application.httpApis()) {
      for (var route : api.routes()) {
        if (which.test(route)) {
          var function =
              application.functions().stream()
                  .filter(one -> one.name().equals(route.function()))
                  .findFirst()
                  .orElseThrow();
          routes.add(
              new ProbedRoute(
                  route.method(),
                  route.path(),
                  needs(function.code(), function.handler()),
                  body.apply(route)));
        }
      }
    }
    // What is deleted can no longer be asked for, where a lock is off.
    // And who is signed out can ask for nothing.
    routes.sort(
        Comparator.<ProbedRoute, Boolean>comparing(route -> route.method().equals("DELETE"))
            .thenComparing(route -> route.path().equals("/api/me/sessions")));
    return List.copyOf(routes);
  }

  /** The templates as the product on one machine reads them. */
  static Application application(Path root) {
    return Application.read(
        root.resolve("template.yaml"),
        Map.of("Stage", "local", "DomainName", "localhost", "CertificateArn", "local"));
  }

  public String name() {
    return method + " " + path;
  }

  /** Whether every member may ask it, whatever their role. */
  boolean isForAllMembers() {
    return needs == Permission.SIGNED_IN || needs == Permission.OWN_ACCOUNT;
  }

  /** Whether it names one thing that belongs to somebody. */
  boolean namesARow() {
    return PARAMETER.matcher(path).find();
  }

  /**
   * The path with the ids of a business's own rows: {@code {leadId}} is the id of its row in {@code
   * leads}.
   */
  String pathFor(Tenant tenant) {
    return pathWith(table -> String.valueOf(tenant.row(table).get("id")));
  }

  /** The path with ids that are chosen by the table that they are of. */
  public String pathWith(UnaryOperator<String> idOf) {
    return PARAMETER
        .matcher(path)
        .replaceAll(parameter -> idOf.apply(snakeCase(parameter.group(1)) + "s"));
  }

  /** The table that a collection's path names: {@code /api/leads} is of {@code leads}. */
  String collection() {
    return snakeCase(path.substring(path.lastIndexOf('/') + 1).replace('-', '_'));
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static Permission needs(Path jar, String handler) {
    try (var loader =
        new URLClassLoader(
            new java.net.URL[] {jar.toUri().toURL()}, ProbedRoute.class.getClassLoader())) {
      var type = Class.forName(handler.split("::", -1)[0], false, loader);
      return java.util.Objects.requireNonNull(type.getAnnotation(Route.class), handler).needs();
    } catch (MalformedURLException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
