package com.hekax.phone.telephony;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the assistant is told for one call.
 *
 * @param resumed whether it has been in this call before
 * @param context what is true of this call, in sentences
 * @param snapshot what the organization's receptionist is, as it was last published
 */
public record Briefing(boolean resumed, String context, JsonNode snapshot) {}
