package com.hekax.phone.runner.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The dashboard's bucket behind CloudFront: files as they are, and index.html for every address
 * that only the single-page application knows.
 */
final class StaticSite {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("gif", "image/gif"),
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("png", "image/png"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("wasm", "application/wasm"),
          Map.entry("wav", "audio/wav"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("webp", "image/webp"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("xml", "application/xml"));

  /** The build names these by their content, so that a changed file is a new file. */
  private static final String HASHED_ASSETS = "assets";

  private final Path folder;

  StaticSite(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  GatewayResponse answer(GatewayRequest request) {
    if (!List.of("GET", "HEAD").contains(request.method())) {
      return text(403, "This address only answers GET");
    }
    if (request.path().equals("/api") || request.path().startsWith("/api/")) {
      return noSuchRoute();
    }
    var file = find(request.path());
    if (file.isPresent()) {
      return serve(file.get());
    }
    var lastPart = request.path().substring(request.path().lastIndexOf('/') + 1);
    return lastPart.contains(".")
        ? text(404, "Not found")
        : find("/index.html")
            .map(this::serve)
            .orElseGet(() -> text(404, "The dashboard has not been built"));
  }

  /** What the distribution's function says of an address under /api that no domain takes. */
  private static GatewayResponse noSuchRoute() {
    var problem =
        """
        {"type":"about:blank","title":"Not found","status":404,"code":"NOT_FOUND",\
        "detail":"No such route."}""";
    return new GatewayResponse(
        404,
        Map.of("content-type", "application/problem+json", "cache-control", "no-store"),
        List.of(),
        problem.getBytes(StandardCharsets.UTF_8));
  }

  /** The file at a path; none when it is missing, a folder, or outside of the site. */
  private Optional<Path> find(String path) {
    try {
      var file = folder.resolve(path.replaceFirst("^/+", "")).normalize();
      if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
        return Optional.empty();
      }
      // A link may lead out of the folder although its path does not.
      return file.toRealPath().startsWith(folder.toRealPath())
          ? Optional.of(file)
          : Optional.empty();
    } catch (InvalidPathException | IOException noSuchFile) {
      return Optional.empty();
    }
  }

  private GatewayResponse serve(Path file) {
    try {
      var forGood = folder.relativize(file).startsWith(HASHED_ASSETS);
      return new GatewayResponse(
          200,
          Map.of(
              "content-type",
              type(file),
              "cache-control",
              forGood ? "public, max-age=31536000, immutable" : "no-cache"),
          List.of(),
          Files.readAllBytes(file));
    } catch (IOException unreadable) {
      return text(404, "Not found");
    }
  }

  private static String type(Path file) {
    var name = file.toString();
    var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(extension, "application/octet-stream");
  }

  private static GatewayResponse text(int status, String text) {
    return new GatewayResponse(
        status,
        Map.of("content-type", "text/plain; charset=utf-8", "cache-control", "no-store"),
        List.of(),
        text.getBytes(StandardCharsets.UTF_8));
  }
}
