package com.hekax.phone.runner.template;

import java.util.List;
import java.util.Locale;

/** The names that AWS would give: ARNs, addresses and generated ids. */
public final class Naming {
  public static final String REGION = "us-east-1";
  public static final String ACCOUNT = "000000000000";

  private Naming() {}

  /** Of {@code arn:aws:lambda:…:function:name[:alias]} or a bare name, the name. */
  public static String functionName(String arnOrName) {
    var parts = List.of(arnOrName.split(":", -1));
    if (parts.getFirst().equals("arn")) {
      return parts.size() > 6 ? parts.get(6) : arnOrName;
    }
    return parts.getFirst();
  }

  /** The last part of an ARN, after its last colon or slash. */
  public static String lastPart(String arn) {
    return arn.substring(Math.max(arn.lastIndexOf(':'), arn.lastIndexOf('/')) + 1);
  }

  public static String functionArn(String name) {
    return arn("lambda", "function:" + name);
  }

  public static String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + resource;
  }

  /** The host name of an API, as every URL of the template builds it. */
  public static String apiHost(String apiId) {
    return apiId + ".execute-api." + REGION + ".amazonaws.com";
  }

  /** The host name of a bucket in its region. */
  public static String bucketHost(String bucket) {
    return bucket + ".s3." + REGION + ".amazonaws.com";
  }

  public static String queueUrl(String queue) {
    return SQS_ADDRESS + "/" + ACCOUNT + "/" + queue;
  }

  /** Where queue addresses begin; the runner puts its own address in this place. */
  public static final String SQS_ADDRESS = "https://sqs." + REGION + ".amazonaws.com";

  static String apiId(String stack, String logicalId) {
    return (stack + logicalId).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
