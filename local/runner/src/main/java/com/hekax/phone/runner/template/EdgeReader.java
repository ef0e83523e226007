package com.hekax.phone.runner.template;

import com.hekax.phone.runner.template.Application.Behaviour;
import com.hekax.phone.runner.template.Application.ResponseHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the CloudFront distribution: which path leads where, with which headers. */
final class EdgeReader {
  private static final Set<String> BEHAVIOUR_IGNORED =
      Set.of(
          "AllowedMethods",
          "CachedMethods",
          "CachePolicyId",
          "Compress",
          "FunctionAssociations",
          "OriginRequestPolicyId",
          "ViewerProtocolPolicy");
  private static final Set<String> ORIGIN_IGNORED =
      Set.of(
          "CustomOriginConfig",
          "S3OriginConfig",
          "OriginAccessControlId",
          "ConnectionAttempts",
          "ConnectionTimeout",
          "OriginShield",
          "ResponseCompletionTimeout");
  private static final Set<String> DISTRIBUTION_IGNORED =
      Set.of(
          "Aliases",
          "Comment",
          "DefaultRootObject",
          "Enabled",
          "HttpVersion",
          "IPV6Enabled",
          "Logging",
          "PriceClass",
          "Restrictions",
          "ViewerCertificate",
          "WebACLId",
          "CustomErrorResponses");

  private record Origin(String host, String path, Map<String, String> headers) {}

  private record Unfinished(PropertyReader behaviour, Origin origin, String pattern) {}

  private final Map<String, List<ResponseHeader>> headersPolicies = new HashMap<>();
  private final List<Unfinished> unfinished = new ArrayList<>();

  /** In the order in which CloudFront tries them, the default behaviour last. */
  List<Behaviour> behaviours() {
    return unfinished.stream().map(this::behaviour).toList();
  }

  void readDistribution(Stack stack, Resource resource) {
    var reader = ApplicationReader.reader(stack, resource).ignore(List.of("Tags"));
    var config = reader.inside("DistributionConfig").ignore(DISTRIBUTION_IGNORED);
    reader.finish();
    var origins = new HashMap<String, Origin>();
    for (var value : config.list("Origins")) {
      var origin = new PropertyReader(value.asFields("An origin"), "origin").ignore(ORIGIN_IGNORED);
      origins.put(origin.requiredText("Id"), origin(origin));
      origin.finish();
    }
    for (var value : config.list("CacheBehaviors")) {
      var behaviour = new PropertyReader(value.asFields("A behaviour"), "cache behaviour");
      addBehaviour(behaviour, behaviour.requiredText("PathPattern"), origins);
    }
    addBehaviour(config.inside("DefaultCacheBehavior"), "*", origins);
    config.finish();
  }

  void readHeadersPolicy(Stack stack, Resource resource) {
    var config =
        ApplicationReader.reader(stack, resource)
            .inside("ResponseHeadersPolicyConfig")
            .ignore(List.of("Name", "Comment", "RemoveHeadersConfig"));
    var headers = new ArrayList<ResponseHeader>();
    var security = config.inside("SecurityHeadersConfig");
    addSecurityHeaders(security, headers);
    security.finish();
    var custom = config.inside("CustomHeadersConfig");
    for (var value : custom.list("Items")) {
      var header = new PropertyReader(value.asFields("A header"), "header");
      add(header, header.requiredText("Header"), header.requiredText("Value"), headers);
    }
    custom.finish();
    config.finish();
    headersPolicies.put(ResourceTypes.physicalName(stack, resource), headers);
  }

  private static void addSecurityHeaders(PropertyReader security, List<ResponseHeader> headers) {
    addSecurity(security, "ContentSecurityPolicy", "Content-Security-Policy", headers);
    addSecurity(security, "FrameOptions", "X-Frame-Options", headers);
    addSecurity(security, "ReferrerPolicy", "Referrer-Policy", headers);
    if (security.find("ContentTypeOptions").isPresent()) {
      add(security.inside("ContentTypeOptions"), "X-Content-Type-Options", "nosniff", headers);
    }
    // This machine speaks plain HTTP, where a browser ignores HSTS; old browsers need no XSS
    // filter.
    security.ignore(List.of("StrictTransportSecurity", "XSSProtection"));
  }

  private static void addSecurity(
      PropertyReader security, String name, String header, List<ResponseHeader> headers) {
    if (security.find(name).isPresent()) {
      var inner = security.inside(name);
      var property = name.equals("FrameOptions") ? "FrameOption" : name;
      add(inner, header, inner.requiredText(property), headers);
    }
  }

  private static void add(
      PropertyReader from, String header, String value, List<ResponseHeader> headers) {
    headers.add(
        new ResponseHeader(header.toLowerCase(Locale.ROOT), value, from.flag("Override", false)));
    from.finish();
  }

  private static Origin origin(PropertyReader origin) {
    var headers = new LinkedHashMap<String, String>();
    for (var value : origin.list("OriginCustomHeaders")) {
      var header = new PropertyReader(value.asFields("A header"), "origin header");
      headers.put(header.requiredText("HeaderName"), header.requiredText("HeaderValue"));
      header.finish();
    }
    return new Origin(
        origin.requiredText("DomainName"), origin.text("OriginPath").orElse(""), headers);
  }

  private void addBehaviour(PropertyReader behaviour, String pattern, Map<String, Origin> origins) {
    behaviour.ignore(BEHAVIOUR_IGNORED);
    var target = behaviour.requiredText("TargetOriginId");
    behaviour.text("ResponseHeadersPolicyId");
    behaviour.finish();
    var origin = origins.get(target);
    if (origin == null) {
      throw behaviour.place().error("there is no origin " + target);
    }
    unfinished.add(new Unfinished(behaviour, origin, pattern));
  }

  /** Headers policies may be declared after the distribution, so they are looked up at the end. */
  private Behaviour behaviour(Unfinished from) {
    var policy = from.behaviour().text("ResponseHeadersPolicyId").orElse("");
    return new Behaviour(
        from.pattern(),
        from.origin().host(),
        from.origin().path(),
        from.origin().headers(),
        headersPolicies.getOrDefault(policy, List.of()));
  }
}
