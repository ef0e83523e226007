package com.hekax.phone.runner.http;

import com.hekax.phone.runner.lambda.LambdaService;
import com.hekax.phone.runner.s3.S3Api;
import com.hekax.phone.runner.template.Application;
import com.hekax.phone.runner.template.Application.Behaviour;
import com.hekax.phone.runner.template.Application.HttpApi;
import com.hekax.phone.runner.template.Application.ResponseHeader;
import com.hekax.phone.runner.template.Naming;
import com.hekax.phone.runner.template.TemplateException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * CloudFront: chooses the origin of a request by the behaviours of the distribution, adds the
 * origin's headers to it and the response headers to the answer.
 */
public final class Edge {
  /** CloudFront's own address as APIs see it. Not the viewer's: that stands in X-Forwarded-For. */
  public static final String EDGE_ADDRESS = "198.51.100.1";

  /**
   * Where a request goes.
   *
   * @param folder that stands before each path there; empty for none
   * @param headers what CloudFront adds to every request to this origin
   */
  public record Origin(
      String host,
      String folder,
      Map<String, String> headers,
      List<ResponseHeader> responseHeaders) {}

  private record Way(Pattern path, Origin origin) {}

  private final List<Way> ways = new ArrayList<>();
  private final Map<String, HttpApiGateway> apis = new HashMap<>();
  private final Map<String, BucketSite> buckets = new HashMap<>();
  private final StaticSite site;

  /**
   * Prepares every way through the edge.
   *
   * @param dashboard the built single-page application, which is where the default behaviour leads
   * @param objects what the other buckets hold
   * @param secrets puts secrets in the place of {{resolve:secretsmanager:…}}
   */
  public Edge(
      Application application,
      LambdaService lambda,
      Path dashboard,
      S3Api objects,
      UnaryOperator<String> secrets,
      Duration integrationLimit) {
    site = new StaticSite(dashboard);
    for (var api : application.httpApis()) {
      apis.put(Naming.apiHost(api.id()), new HttpApiGateway(api, lambda, integrationLimit));
    }
    var behaviours = behaviours(application);
    for (var bucket : application.buckets()) {
      buckets.put(Naming.bucketHost(bucket), new BucketSite(objects, bucket));
    }
    buckets.remove(behaviours.getLast().host());
    for (var behaviour : behaviours) {
      var headers = new LinkedHashMap<String, String>();
      behaviour
          .originHeaders()
          .forEach(
              (name, value) -> headers.put(name.toLowerCase(Locale.ROOT), secrets.apply(value)));
      ways.add(
          new Way(
              pattern(behaviour.pathPattern()),
              new Origin(
                  behaviour.host(), behaviour.originPath(), headers, behaviour.responseHeaders())));
    }
  }

  /** The origin of a path; there is always one, because a distribution has a default. */
  public Origin origin(String path) {
    for (var way : ways) {
      if (way.path().matcher(path).matches()) {
        return way.origin();
      }
    }
    throw new IllegalStateException("No behaviour takes " + path);
  }

  /** Answers a request that came from the viewer. */
  GatewayResponse answer(GatewayRequest fromViewer) {
    var origin = origin(fromViewer.path());
    var response = answer(fromViewer, origin);
    if (origin.responseHeaders().isEmpty()) {
      return response;
    }
    var headers = new LinkedHashMap<>(response.headers());
    for (var header : origin.responseHeaders()) {
      if (header.override()) {
        headers.put(header.name(), header.value());
      } else {
        headers.putIfAbsent(header.name(), header.value());
      }
    }
    return new GatewayResponse(response.status(), headers, response.cookies(), response.body());
  }

  private GatewayResponse answer(GatewayRequest fromViewer, Origin origin) {
    var api = apis.get(origin.host());
    if (api != null) {
      return api.answer(toOrigin(fromViewer, origin));
    }
    var bucket = buckets.get(origin.host());
    return bucket == null ? site.answer(fromViewer) : bucket.answer(fromViewer, origin.folder());
  }

  /** The request as CloudFront sends it on. A viewer cannot forge what CloudFront sets. */
  public static GatewayRequest toOrigin(GatewayRequest request, Origin origin) {
    var headers = new LinkedHashMap<>(request.headers());
    headers.put("host", origin.host());
    var forwarded = headers.get("x-forwarded-for");
    var viewer = forwarded == null ? request.sourceIp() : forwarded + ", " + request.sourceIp();
    headers.put("x-forwarded-for", viewer + ", " + EDGE_ADDRESS);
    headers.put("x-forwarded-proto", "https");
    headers.put("x-forwarded-port", "443");
    headers.put("x-amzn-trace-id", traceId());
    headers.putAll(origin.headers());
    return new GatewayRequest(
        request.method(),
        request.path(),
        request.rawQuery(),
        headers,
        request.cookies(),
        request.body(),
        EDGE_ADDRESS);
  }

  private static String traceId() {
    var random = ThreadLocalRandom.current();
    return "Root=1-%08x-%08x%016x"
        .formatted(System.currentTimeMillis() / 1000, random.nextInt(), random.nextLong());
  }

  /** A template without a distribution has its only API at every address. */
  private static List<Behaviour> behaviours(Application application) {
    if (!application.behaviours().isEmpty()) {
      return application.behaviours();
    }
    var hosts = application.httpApis().stream().map(HttpApi::id).map(Naming::apiHost).toList();
    if (hosts.size() > 1) {
      throw new TemplateException("Several HTTP APIs need a CloudFront distribution before them");
    }
    var host = hosts.isEmpty() ? "dashboard" : hosts.getFirst();
    return List.of(new Behaviour("*", host, "", Map.of(), List.of()));
  }

  private static Pattern pattern(String pathPattern) {
    var absolute = pathPattern.equals("*") || pathPattern.startsWith("/") ? "" : "/";
    var regex = new StringBuilder();
    for (var character : (absolute + pathPattern).toCharArray()) {
      switch (character) {
        case '*' -> regex.append(".*");
        case '?' -> regex.append('.');
        default -> regex.append(Pattern.quote(String.valueOf(character)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
