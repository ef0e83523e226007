package com.hekax.phone.bridge.conversation;

/** What came of a tool that was asked for. */
public sealed interface ToolOutcome {

  /**
   * The tool answered.
   *
   * @param json what the model is told, word by word
   * @param transferring the answer says that the caller is being put through
   */
  record Answered(String json, boolean transferring) implements ToolOutcome {}

  /**
   * The arguments were refused.
   *
   * @param errors a JSON array of {@code {field, message}}
   */
  record Invalid(String errors) implements ToolOutcome {}

  /** It failed, or took too long. */
  record Unavailable() implements ToolOutcome {}
}
