package com.hekax.phone.runner.http;

import com.hekax.phone.runner.aws.AwsResponse;
import com.hekax.phone.runner.s3.S3Api;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A bucket behind CloudFront. What is not there is forbidden and not missing: the distribution may
 * read, but not list.
 */
final class BucketSite {
  private final S3Api objects;
  private final String bucket;

  BucketSite(S3Api objects, String bucket) {
    this.objects = objects;
    this.bucket = bucket;
  }

  /**
   * The object at the path of a request; its query says nothing to a bucket.
   *
   * @param folder of the bucket that stands before each path
   */
  GatewayResponse answer(GatewayRequest request, String folder) {
    if (!List.of("GET", "HEAD").contains(request.method())) {
      return forbidden();
    }
    return objects
        .read(bucket, (folder + request.path()).replaceFirst("^/+", ""))
        .map(BucketSite::found)
        .orElseGet(BucketSite::forbidden);
  }

  private static GatewayResponse found(AwsResponse object) {
    return new GatewayResponse(
        object.status(), new LinkedHashMap<>(object.headers()), List.of(), object.body());
  }

  private static GatewayResponse forbidden() {
    var error = "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>";
    return new GatewayResponse(
        403,
        Map.of("content-type", "application/xml"),
        List.of(),
        error.getBytes(StandardCharsets.UTF_8));
  }
}
