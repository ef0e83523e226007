package com.hekax.phone.runner.s3;

import com.hekax.phone.runner.aws.AwsRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks presigned addresses by AWS's Signature Version 4: who signed, what was signed, and for how
 * long it holds. Requests signed in a header come from functions on this machine and are believed.
 */
final class SignatureCheck {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Pattern SPACES = Pattern.compile(" +");

  private final String accessKey;
  private final String secretKey;
  private final InstantSource clock;

  SignatureCheck(String accessKey, String secretKey, InstantSource clock) {
    this.accessKey = accessKey;
    this.secretKey = secretKey;
    this.clock = clock;
  }

  /**
   * Lets a request pass or not.
   *
   * @throws S3Exception when it is unsigned, signed wrongly or too old
   */
  void check(AwsRequest request) {
    var query = request.query();
    if (!query.containsKey("X-Amz-Signature")) {
      if (request.header("authorization").isEmpty()) {
        throw new S3Exception(403, "AccessDenied", "Access Denied");
      }
      return;
    }
    var time = query.getOrDefault("X-Amz-Date", "");
    var credential = List.of(query.getOrDefault("X-Amz-Credential", "").split("/", 2));
    if (credential.size() < 2 || !credential.getFirst().equals(accessKey)) {
      throw new S3Exception(403, "InvalidAccessKeyId", "The access key does not exist");
    }
    refuseExpired(query, time);
    var scope = credential.getLast();
    var expected =
        sign(
            scope,
            "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n" + hash(canonical(request, query)));
    var given = query.getOrDefault("X-Amz-Signature", "");
    if (!MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII))) {
      throw new S3Exception(
          403, "SignatureDoesNotMatch", "The signature does not fit what was asked for");
    }
  }

  private void refuseExpired(SortedMap<String, String> query, String time) {
    try {
      var from = TIME.parse(time, Instant::from);
      var holds = Duration.ofSeconds(Long.parseLong(query.getOrDefault("X-Amz-Expires", "0")));
      if (clock.instant().isAfter(from.plus(holds))) {
        throw new S3Exception(403, "AccessDenied", "Request has expired");
      }
    } catch (IllegalArgumentException | DateTimeException malformed) {
      throw new S3Exception(
          400, "AuthorizationQueryParametersError", "X-Amz-Date or X-Amz-Expires is malformed");
    }
  }

  private static String canonical(AwsRequest request, SortedMap<String, String> query) {
    var parameters =
        query.entrySet().stream()
            .filter(entry -> !entry.getKey().equals("X-Amz-Signature"))
            .map(SignatureCheck::encoded)
            .collect(Collectors.joining("&"));
    var signedHeaders = query.getOrDefault("X-Amz-SignedHeaders", "");
    var headers = new StringBuilder();
    for (var name : signedHeaders.split(";", -1)) {
      var value = SPACES.matcher(request.header(name).orElse("").strip()).replaceAll(" ");
      headers.append(name).append(':').append(value).append('\n');
    }
    return String.join(
        "\n",
        request.method(),
        request.rawPath(),
        parameters,
        headers.toString(),
        signedHeaders,
        "UNSIGNED-PAYLOAD");
  }

  private static String encoded(Map.Entry<String, String> parameter) {
    return encode(parameter.getKey()) + "=" + encode(parameter.getValue());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private String sign(String scope, String text) {
    var key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
    for (var part : scope.split("/", -1)) {
      key = hmac(key, part);
    }
    return HexFormat.of().formatHex(hmac(key, text));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
