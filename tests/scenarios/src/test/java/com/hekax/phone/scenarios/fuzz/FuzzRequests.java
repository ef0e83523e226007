package com.hekax.phone.scenarios.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.sandbox.twilio.RequestSignature;
import com.hekax.phone.scenarios.fuzz.FuzzRequest.Kind;
import com.hekax.phone.scenarios.isolation.ApiPages;
import com.hekax.phone.scenarios.isolation.ProbedRoute;
import com.hekax.phone.scenarios.isolation.ProvenProduct;
import com.hekax.phone.scenarios.isolation.SampleKeys;
import com.hekax.phone.scenarios.isolation.Tenant;
import com.hekax.phone.scenarios.isolation.Tokens;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Makes requests to every route of the document from nothing but the document. */
final class FuzzRequests {
  /** Of the sandbox's account. */
  private static final String ACCOUNT = "AC00000000000000000000000000000000";

  private static final String AUTH_TOKEN = "sandbox-twilio-auth-token";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

  private final List<ProbedRoute> routes;
  private final ApiPages pages;
  private final Tokens tokens;
  private final List<Tenant> tenants;
  private final Map<Tenant, String> keys = new HashMap<>();
  private final URI product;
  private final URI receivers;

  FuzzRequests(ProvenProduct proven, List<ProbedRoute> routes, List<Tenant> tenants)
      throws SQLException {
    this.routes = routes;
    this.pages = proven.pages();
    this.tokens = proven.tokens();
    this.tenants = tenants;
    this.product = proven.product().runner().baseUri();
    this.receivers = proven.product().sandbox().uri();
    var sample = new SampleKeys(proven.superuser());
    for (var tenant : tenants) {
      keys.put(tenant, sample.ofAll(tenant));
    }
  }

  FuzzRequest next(RandomGenerator random) throws GeneralSecurityException {
    var tenant = tenants.get(random.nextInt(tenants.size()));
    var route = routes.get(random.nextInt(routes.size()));
    var filling = new FuzzFilling(random, tenant, receivers);
    var path = route.pathWith(filling::rowId) + query(route, filling);
    var form = form(route, filling);
    if (form.isPresent() && random.nextInt(3) != 0) {
      return signed(route, path, form.get());
    }
    var asker = Asker.any(random);
    var headers = headers(asker, tenant, random);
    return switch (random.nextInt(5)) {
      case 0, 1 -> right(route, path, asker, headers, filling);
      case 2, 3 -> damaged(route, path, asker, headers, filling, random);
      default -> noise(path, asker, headers, random);
    };
  }

  private FuzzRequest right(
      ProbedRoute route,
      String path,
      Asker asker,
      Map<String, String> headers,
      FuzzFilling filling) {
    var body = pages.body(route.method(), route.path(), filling);
    body.ifPresent(_ -> headers.put("content-type", "application/json"));
    return new FuzzRequest(
        Kind.RIGHT,
        asker,
        route.method(),
        path,
        headers,
        body.map(json -> json.toString().getBytes(StandardCharsets.UTF_8)).orElse(new byte[0]));
  }

  private FuzzRequest damaged(
      ProbedRoute route,
      String path,
      Asker asker,
      Map<String, String> headers,
      FuzzFilling filling,
      RandomGenerator random) {
    var damage = new Damage(random);
    var body =
        pages
            .body(route.method(), route.path(), filling)
            .map(damage::of)
            .orElseGet(() -> random.nextBoolean() ? new byte[0] : damage.noise());
    headers.put("content-type", contentType(random));
    return new FuzzRequest(
        Kind.DAMAGED, asker, route.method(), damaged(path, random), headers, body);
  }

  private static FuzzRequest noise(
      String path, Asker asker, Map<String, String> headers, RandomGenerator random) {
    headers.put("content-type", contentType(random));
    return new FuzzRequest(
        Kind.NOISE,
        asker,
        METHODS.get(random.nextInt(METHODS.size())),
        damaged(path, random),
        headers,
        new Damage(random).noise());
  }

  /** As Twilio posts it; of an account that is ours, whatever else it says. */
  private FuzzRequest signed(ProbedRoute route, String path, SortedMap<String, String> form) {
    form.put("AccountSid", ACCOUNT);
    var signature = RequestSignature.of(AUTH_TOKEN, product.resolve(path), form);
    return new FuzzRequest(
        Kind.SIGNED,
        Asker.NOBODY,
        route.method(),
        path,
        Map.of("content-type", FORM, "x-twilio-signature", signature),
        encoded(form, "").getBytes(StandardCharsets.UTF_8));
  }

  private Optional<SortedMap<String, String>> form(ProbedRoute route, FuzzFilling filling) {
    return pages
        .form(route.method(), route.path(), filling)
        .map(
            fields -> {
              var form = new TreeMap<String, String>();
              fields
                  .properties()
                  .forEach(field -> form.put(field.getKey(), whole(field.getValue())));
              return form;
            });
  }

  /** A form carries UTF-8, which has no halves of pairs: what would be signed is not what comes. */
  private static String whole(JsonNode value) {
    return new String(value.asText().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private Map<String, String> headers(Asker asker, Tenant tenant, RandomGenerator random)
      throws GeneralSecurityException {
    var headers = new HashMap<String, String>();
    asker
        .authorization(tenant, tokens, keys.getOrDefault(tenant, ""), random)
        .ifPresent(value -> headers.put("authorization", value));
    switch (random.nextInt(6)) {
      case 0 -> headers.put("idempotency-key", "key-" + random.nextInt(50));
      case 1 -> headers.put("idempotency-key", "k".repeat(random.nextInt(1, 300)));
      case 2 -> headers.put("cookie", "hekax_refresh=" + Long.toHexString(random.nextLong()));
      case 3 -> headers.put("x-forwarded-for", "::1, not an address,, 10.0.0.1");
      default -> {
        // None beside who it is.
      }
    }
    return headers;
  }

  private String query(ProbedRoute route, FuzzFilling filling) {
    return encoded(pages.query(route.method(), route.path(), filling), "?");
  }

  private static String damaged(String path, RandomGenerator random) {
    var odd = URLEncoder.encode(OddText.shortText(random), StandardCharsets.UTF_8);
    int query = path.indexOf('?');
    return switch (random.nextInt(5)) {
      case 0 -> path;
      case 1 -> path + (query < 0 ? "?" : "&") + odd + "=" + odd;
      case 2 -> path + (query < 0 ? "?" : "&") + "limit=1&limit=" + odd + "&cursor=" + odd;
      case 3 -> (query < 0 ? path : path.substring(0, query)) + "/" + odd;
      default -> path.replaceAll("[0-9a-f-]{36}", odd.replace("$", ""));
    };
  }

  private static String contentType(RandomGenerator random) {
    return List.of(
            "application/json",
            "application/json",
            "application/json; charset=utf-16",
            "text/plain",
            FORM,
            "multipart/form-data; boundary=x",
            "application/xml",
            "*/*")
        .get(random.nextInt(8));
  }

  private static String encoded(Map<String, String> fields, String before) {
    return fields.isEmpty()
        ? ""
        : fields.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", before, ""));
  }
}
