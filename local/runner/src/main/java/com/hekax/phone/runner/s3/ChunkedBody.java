package com.hekax.phone.runner.s3;

import com.hekax.phone.runner.aws.AwsRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Takes apart bodies that the SDK sends as aws-chunked, to add a checksum at the end. */
final class ChunkedBody {
  private ChunkedBody() {}

  static byte[] of(AwsRequest request) {
    var hash = request.header("x-amz-content-sha256").orElse("");
    var encoding = request.header("content-encoding").orElse("");
    var chunked = hash.startsWith("STREAMING-") || encoding.contains("aws-chunked");
    return chunked ? decode(request.body()) : request.body();
  }

  /** Each chunk is its size in hex, perhaps a signature, a line end, its bytes and a line end. */
  private static byte[] decode(byte[] body) {
    var content = new ByteArrayOutputStream();
    var position = 0;
    while (true) {
      var end = lineEnd(body, position);
      var header = new String(body, position, end - position, StandardCharsets.US_ASCII);
      var size = Integer.parseInt(header.split(";", 2)[0].strip(), 16);
      if (size == 0) {
        return content.toByteArray();
      }
      content.write(body, end + 2, size);
      position = end + 2 + size + 2;
    }
  }

  private static int lineEnd(byte[] body, int from) {
    for (var index = from; index + 1 < body.length; index++) {
      if (body[index] == '\r' && body[index + 1] == '\n') {
        return index;
      }
    }
    throw new S3Exception(400, "IncompleteBody", "The chunked body has no end");
  }
}
