package com.hekax.phone.sandbox.openai.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a session was like, for tests and measurements.
 *
 * @param instructionsLength in characters
 * @param receivedMs audio that the client sent
 * @param items oldest first, those that were deleted last
 * @param errors the codes, or the words where there is no code
 */
public record SessionView(
    String id,
    String model,
    Instant openedAt,
    Optional<Ended> ended,
    int instructionsLength,
    long receivedMs,
    List<ItemView> items,
    List<ResponseView> responses,
    List<String> errors) {

  /** How the socket was closed; 1006 without a word. */
  public record Ended(Instant at, int code, String reason) {}

  /**
   * One item.
   *
   * @param role empty for tool calls and their answers
   * @param text what was said, written, called or returned
   * @param audioMs as far as it is remembered
   */
  public record ItemView(
      String id,
      String type,
      String role,
      String status,
      String text,
      long audioMs,
      OptionalLong truncatedAtMs,
      boolean deleted) {}

  /**
   * One response.
   *
   * @param reason why it did not end as it should
   * @param toolCalls names of tools
   * @param usage as {@code response.done} had it
   */
  public record ResponseView(
      String id,
      String status,
      Optional<String> reason,
      Optional<JsonNode> metadata,
      List<String> items,
      List<String> toolCalls,
      Optional<JsonNode> usage) {}
}
