package com.hekax.phone.runner.aws;

/** One service behind the endpoint. */
public interface AwsApi {
  /** Whether the request is meant for this service. */
  boolean accepts(AwsRequest request);

  /**
   * Answers it.
   *
   * @throws AwsException to refuse
   */
  AwsResponse answer(AwsRequest request);
}
