package com.hekax.phone.platform.objects;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Texts in one bucket. A text is known by its {@linkplain #markOf mark}, which the bucket lists, so
 * that nobody else has to remember what lies there.
 */
public final class ObjectStore {
  private final Supplier<S3Client> client;
  private final String bucket;

  /**
   * The bucket of that name.
   *
   * @param client asked when something is to be done, and not before
   */
  public ObjectStore(Supplier<S3Client> client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  /**
   * What a bucket that encrypts with S3's own keys says of an object that was put in one piece: its
   * ETag without quotes, the MD5 of the content in hexadecimal digits ("Checking object integrity",
   * Amazon S3 user guide). It tells one content from another and protects nothing.
   */
  public static String markOf(String text) {
    try {
      var digest = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has MD5", impossible);
    }
  }

  /** The marks of all objects whose keys begin so, by key. */
  public Map<String, String> marks(String prefix) {
    var marks = new HashMap<String, String>();
    for (var object :
        client
            .get()
            .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix))
            .contents()) {
      marks.put(object.key(), mark(object));
    }
    return marks;
  }

  /**
   * Puts a text there, in the place of what was there before.
   *
   * @param contentType as readers see it, and so is {@code cacheControl}
   */
  public void put(String key, String contentType, String cacheControl, String text) {
    client
        .get()
        .putObject(
            put -> put.bucket(bucket).key(key).contentType(contentType).cacheControl(cacheControl),
            RequestBody.fromString(text, StandardCharsets.UTF_8));
  }

  /** Deletes an object; one that is not there is none. */
  public void delete(String key) {
    client.get().deleteObject(delete -> delete.bucket(bucket).key(key));
  }

  private static String mark(S3Object object) {
    return object.eTag().replace("\"", "");
  }
}
