package com.hekax.phone.notifications.slack;

import java.time.Instant;
import java.util.Optional;

/**
 * Where in Slack an organization is told.
 *
 * @param channelName as Slack shows it: with {@code #} when everybody in the workspace sees it
 * @param lastError why it needs to be connected again
 * @param lastOkAt when Slack last took a message
 */
public record SlackConnection(
    SlackConnectionId id,
    SlackStatus status,
    String teamName,
    String channelId,
    String channelName,
    Optional<String> lastError,
    Optional<Instant> lastOkAt,
    Instant connectedAt) {}
