package com.hekax.phone.runner.s3;

import com.hekax.phone.runner.aws.AwsApi;
import com.hekax.phone.runner.aws.AwsRequest;
import com.hekax.phone.runner.aws.AwsResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * S3 by path-style addresses: put, get with ranges, head, delete, list, and presigned addresses.
 */
public final class S3Api implements AwsApi {
  private static final DateTimeFormatter HTTP_TIME =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");

  /** What a writer says of an object and every reader gets to see. */
  private static final Set<String> KEPT_HEADERS =
      Set.of("content-type", "cache-control", "content-disposition", "content-language");

  private final Map<String, ObjectFolder> buckets = new HashMap<>();
  private final SignatureCheck signatures;

  /**
   * The buckets of a template.
   *
   * @param folder where objects are kept, a folder a bucket
   * @param accessKey whose signature on presigned addresses is good
   */
  public S3Api(
      Collection<String> names,
      Path folder,
      String accessKey,
      String secretKey,
      InstantSource clock) {
    names.forEach(name -> buckets.put(name, new ObjectFolder(folder.resolve(name))));
    signatures = new SignatureCheck(accessKey, secretKey, clock);
  }

  /** S3 has no mark of its own: it takes what no other service takes. */
  @Override
  public boolean accepts(AwsRequest request) {
    return true;
  }

  /** An object with its headers, for who need not ask by HTTP; empty when there is none. */
  public Optional<AwsResponse> read(String bucket, String key) {
    return Optional.ofNullable(buckets.get(bucket))
        .flatMap(
            folder ->
                folder
                    .find(key)
                    .map(
                        object ->
                            new AwsResponse(
                                200, headers(object), folder.read(key, 0, object.size() - 1))));
  }

  @Override
  public AwsResponse answer(AwsRequest request) {
    try {
      signatures.check(request);
      var path = request.path().substring(1);
      var slash = path.indexOf('/');
      var name = slash < 0 ? path : path.substring(0, slash);
      var key = slash < 0 ? "" : path.substring(slash + 1);
      var bucket = buckets.get(name);
      if (bucket == null) {
        throw new S3Exception(404, "NoSuchBucket", "The specified bucket does not exist");
      }
      return key.isEmpty() ? ofBucket(request, name, bucket) : ofObject(request, bucket, key);
    } catch (S3Exception refusal) {
      return refused(request, refusal);
    }
  }

  private static AwsResponse ofBucket(AwsRequest request, String name, ObjectFolder bucket) {
    if (request.method().equals("GET") && request.query().containsKey("list-type")) {
      return xml(200, ObjectListing.xml(name, bucket.list(), request.query()));
    }
    throw notImplemented(request);
  }

  private static AwsResponse ofObject(AwsRequest request, ObjectFolder bucket, String key) {
    return switch (request.method()) {
      case "PUT" -> put(request, bucket, key);
      case "GET" -> get(request, bucket, key);
      case "HEAD" -> {
        var object = find(bucket, key);
        var headers = headers(object);
        headers.put("content-length", Long.toString(object.size()));
        yield new AwsResponse(200, headers, new byte[0]);
      }
      case "DELETE" -> {
        bucket.delete(key);
        yield AwsResponse.empty(204);
      }
      default -> throw notImplemented(request);
    };
  }

  private static AwsResponse put(AwsRequest request, ObjectFolder bucket, String key) {
    if (request.header("x-amz-copy-source").isPresent()
        || request.query().containsKey("uploadId")) {
      throw notImplemented(request);
    }
    var kept = new LinkedHashMap<String, String>();
    request
        .headers()
        .forEach(
            (name, value) -> {
              if (KEPT_HEADERS.contains(name) || name.startsWith("x-amz-meta-")) {
                kept.put(name, value);
              }
            });
    var object = bucket.put(key, ChunkedBody.of(request), kept);
    return new AwsResponse(200, Map.of("etag", quoted(object)), new byte[0]);
  }

  private static AwsResponse get(AwsRequest request, ObjectFolder bucket, String key) {
    var object = find(bucket, key);
    var headers = headers(object);
    // A presigned address may say how its answer is to be presented.
    request
        .query()
        .forEach(
            (name, value) -> {
              if (name.startsWith("response-")) {
                headers.put(name.substring("response-".length()), value);
              }
            });
    var range = request.header("range").map(RANGE::matcher);
    if (range.isEmpty() || !range.get().matches()) {
      return new AwsResponse(200, headers, bucket.read(key, 0, object.size() - 1));
    }
    var first = range.get().group(1);
    var last = range.get().group(2);
    var end = object.size() - 1;
    var from =
        first.isEmpty() ? Math.max(0, object.size() - Long.parseLong(last)) : Long.parseLong(first);
    var to = first.isEmpty() || last.isEmpty() ? end : Math.min(end, Long.parseLong(last));
    if (from > to) {
      throw new S3Exception(416, "InvalidRange", "The requested range is not satisfiable");
    }
    headers.put("content-range", "bytes %d-%d/%d".formatted(from, to, object.size()));
    return new AwsResponse(206, headers, bucket.read(key, from, to));
  }

  private static StoredObject find(ObjectFolder bucket, String key) {
    return bucket
        .find(key)
        .orElseThrow(() -> new S3Exception(404, "NoSuchKey", "The specified key does not exist."));
  }

  private static Map<String, String> headers(StoredObject object) {
    var headers = new LinkedHashMap<>(object.headers());
    headers.putIfAbsent("content-type", "binary/octet-stream");
    headers.put("etag", quoted(object));
    headers.put("last-modified", HTTP_TIME.format(object.modified()));
    headers.put("accept-ranges", "bytes");
    return headers;
  }

  private static String quoted(StoredObject object) {
    return "\"" + object.etag() + "\"";
  }

  private static S3Exception notImplemented(AwsRequest request) {
    return new S3Exception(
        501, "NotImplemented", "The local S3 cannot " + request.method() + " " + request.rawPath());
  }

  private static AwsResponse refused(AwsRequest request, S3Exception refusal) {
    if (request.method().equals("HEAD")) {
      return AwsResponse.empty(refusal.status());
    }
    var message = ObjectListing.escaped(String.valueOf(refusal.getMessage()));
    return xml(
        refusal.status(),
        "<Error><Code>%s</Code><Message>%s</Message></Error>".formatted(refusal.code(), message));
  }

  private static AwsResponse xml(int status, String content) {
    var document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + content;
    return new AwsResponse(
        status,
        Map.of("content-type", "application/xml"),
        document.getBytes(StandardCharsets.UTF_8));
  }
}
