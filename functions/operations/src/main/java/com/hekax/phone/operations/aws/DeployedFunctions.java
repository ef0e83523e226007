package com.hekax.phone.operations.aws;

import com.hekax.phone.platform.Ping;
import com.hekax.phone.platform.aws.AwsClients;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.SnapStartNotReadyException;

/** The functions of one deployment, as Lambda lists them. */
public final class DeployedFunctions {
  /** Snapshots belong to published versions, and the alias leads to the newest. */
  private static final String ALIAS = "live";

  private final AwsClients aws;
  private final String prefix;

  /**
   * The functions whose names begin with {@code prefix}.
   *
   * @param prefix the root stack's name and a dash; CloudFormation begins all names with it
   */
  public DeployedFunctions(AwsClients aws, String prefix) {
    this.aws = aws;
    this.prefix = prefix;
  }

  /** What a function said to a ping. */
  public sealed interface Answer {
    record Answered() implements Answer {}

    /** Its snapshot is gone, and a new one is being made because of this call. */
    record NotReady() implements Answer {}

    record Failed(String reason) implements Answer {}
  }

  public List<String> names() {
    return aws.functions().listFunctionsPaginator().functions().stream()
        .map(FunctionConfiguration::functionName)
        .filter(name -> name.startsWith(prefix))
        .toList();
  }

  /** Calls the version of a function that callers reach. */
  public Answer ping(String name) {
    try {
      var answer =
          aws.functions()
              .invoke(
                  request ->
                      request
                          .functionName(name)
                          .qualifier(ALIAS)
                          .payload(SdkBytes.fromUtf8String(Ping.PAYLOAD)));
      return answer.functionError() == null
          ? new Answer.Answered()
          : new Answer.Failed(answer.functionError());
    } catch (SnapStartNotReadyException e) {
      return new Answer.NotReady();
    } catch (SdkException e) {
      return new Answer.Failed(e.getClass().getSimpleName());
    }
  }
}
