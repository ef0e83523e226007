package com.hekax.phone.operations.migration;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.hekax.phone.operations.migration.SchemaMigration.Outcome;
import java.net.URI;
import java.util.Optional;

/**
 * What CloudFormation asks of a custom resource ("Custom resource request objects" in its user
 * guide, read 2026-11-24); the fields that are used.
 *
 * @param requestType {@code Create}, {@code Update} or {@code Delete}
 * @param responseUrl where the answer is to be put; the stack waits for it
 * @param physicalResourceId the name that the resource was given when it was made
 */
public record ResourceRequest(
    @JsonProperty("RequestType") String requestType,
    @JsonProperty("ResponseURL") URI responseUrl,
    @JsonProperty("StackId") String stackId,
    @JsonProperty("RequestId") String requestId,
    @JsonProperty("LogicalResourceId") String logicalResourceId,
    @JsonProperty("PhysicalResourceId") Optional<String> physicalResourceId) {
  /** Always this one: another would make CloudFormation delete the resource with the old name. */
  private static final String NAME = "database-schema";

  /** CloudFormation takes 4 KB of answer. */
  private static final int LONGEST_REASON = 1_000;

  public boolean isDelete() {
    return requestType.equals("Delete");
  }

  /** The answer that says how it went. */
  public Answer answer(Outcome outcome) {
    var sentence = outcome.sentence();
    return new Answer(
        outcome instanceof Outcome.Migrated ? "SUCCESS" : "FAILED",
        sentence.substring(0, Math.min(sentence.length(), LONGEST_REASON)),
        physicalResourceId.orElse(NAME),
        stackId,
        requestId,
        logicalResourceId);
  }

  /** What CloudFormation is told ("Custom resource response objects"). */
  public record Answer(
      @JsonProperty("Status") String status,
      @JsonProperty("Reason") String reason,
      @JsonProperty("PhysicalResourceId") String physicalResourceId,
      @JsonProperty("StackId") String stackId,
      @JsonProperty("RequestId") String requestId,
      @JsonProperty("LogicalResourceId") String logicalResourceId) {}
}
