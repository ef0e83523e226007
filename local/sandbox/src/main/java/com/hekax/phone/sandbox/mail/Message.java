package com.hekax.phone.sandbox.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One e-mail that was sent.
 *
 * @param html the page; empty when there is none
 * @param text the plain words; empty when there are none
 * @param headers those that the sender added
 * @param tags by name
 */
public record Message(
    Instant at,
    String id,
    String from,
    List<String> to,
    List<String> replyTo,
    String subject,
    String html,
    String text,
    Map<String, String> headers,
    Map<String, String> tags,
    Optional<String> idempotencyKey) {}
