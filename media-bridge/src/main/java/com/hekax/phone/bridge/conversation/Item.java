package com.hekax.phone.bridge.conversation;

/** Something that is put into the model's conversation. */
public sealed interface Item {

  /** What the model should know, said by nobody. */
  record SystemText(String text) implements Item {}

  /** What the caller said or did. */
  record CallerText(String text) implements Item {}

  /** What the assistant said. */
  record AssistantText(String text) implements Item {}

  /**
   * What a tool answered.
   *
   * @param json a JSON object under 2 KB
   */
  record ToolOutput(String callId, String json) implements Item {}
}
