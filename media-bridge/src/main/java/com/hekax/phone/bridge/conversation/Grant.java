package com.hekax.phone.bridge.conversation;

/**
 * What the back end gives for a stream's token.
 *
 * @param callId the product's id of the call
 * @param organizationId whose call it is
 * @param resumed the assistant has talked in this call before
 * @param context facts of this one call, in words for the model
 */
public record Grant(
    String callId, String organizationId, boolean resumed, String context, Snapshot snapshot) {

  /** What the model is told to be. */
  String instructions() {
    return context.isBlank()
        ? snapshot.instructions()
        : snapshot.instructions() + "\n\n# This call\n" + context;
  }

  String greeting() {
    return resumed && !snapshot.resumedGreeting().isBlank()
        ? snapshot.resumedGreeting()
        : snapshot.greeting();
  }
}
