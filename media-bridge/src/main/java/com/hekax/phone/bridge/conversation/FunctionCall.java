package com.hekax.phone.bridge.conversation;

/**
 * A tool that the model asks for.
 *
 * @param callId the model's id of this one request
 * @param arguments as the model wrote them
 * @param wellFormed whether the arguments are a JSON object
 */
public record FunctionCall(String callId, String name, String arguments, boolean wellFormed) {}
