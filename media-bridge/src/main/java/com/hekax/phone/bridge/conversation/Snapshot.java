package com.hekax.phone.bridge.conversation;

import java.util.List;

/**
 * The receptionist as it was when the call began; it does not change during the call.
 *
 * @param version of the receptionist's settings
 * @param model for example {@code gpt-realtime-2.1}
 * @param transcriptionModel turns the caller's words into text, for example {@code gpt-transcribe}
 * @param language what the caller is expected to speak, for example {@code en}
 * @param greeting said first, word by word
 * @param resumedGreeting said instead when the assistant has talked in this call before
 */
public record Snapshot(
    int version,
    String model,
    String transcriptionModel,
    String voice,
    String language,
    String instructions,
    String greeting,
    String resumedGreeting,
    List<Tool> tools,
    Limits limits) {}
