package com.hekax.phone.runner.s3;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** The answer of ListObjectsV2: objects under a prefix, page by page. */
final class ObjectListing {
  private static final int MOST_KEYS = 1000;

  private ObjectListing() {}

  static String xml(String bucket, List<StoredObject> objects, Map<String, String> query) {
    if (!query.getOrDefault("delimiter", "").isEmpty()) {
      throw new S3Exception(501, "NotImplemented", "The local S3 lists without a delimiter only");
    }
    var prefix = query.getOrDefault("prefix", "");
    var after = query.getOrDefault("continuation-token", query.getOrDefault("start-after", ""));
    var most = Integer.parseInt(query.getOrDefault("max-keys", Integer.toString(MOST_KEYS)));
    var found =
        objects.stream()
            .filter(object -> object.key().startsWith(prefix))
            .filter(object -> object.key().compareTo(after) > 0)
            .toList();
    var page = found.subList(0, Math.min(most, found.size()));
    var text = new StringBuilder("<ListBucketResult>");
    element(text, "Name", bucket);
    element(text, "Prefix", prefix);
    element(text, "KeyCount", Integer.toString(page.size()));
    element(text, "MaxKeys", Integer.toString(most));
    element(text, "IsTruncated", Boolean.toString(page.size() < found.size()));
    if (page.size() < found.size()) {
      element(text, "NextContinuationToken", page.getLast().key());
    }
    for (var object : page) {
      text.append("<Contents>");
      element(text, "Key", object.key());
      element(text, "LastModified", object.modified().truncatedTo(ChronoUnit.MILLIS).toString());
      element(text, "ETag", "\"" + object.etag() + "\"");
      element(text, "Size", Long.toString(object.size()));
      element(text, "StorageClass", "STANDARD");
      text.append("</Contents>");
    }
    return text.append("</ListBucketResult>").toString();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static void element(StringBuilder text, String name, String value) {
    text.append('<').append(name).append('>').append(escaped(value));
    text.append("</").append(name).append('>');
  }
}
