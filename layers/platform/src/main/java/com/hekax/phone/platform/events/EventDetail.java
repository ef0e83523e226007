package com.hekax.phone.platform.events;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The {@code detail} of every event on the bus.
 *
 * @param correlationId follows one call through every event it causes
 * @param event the event record
 */
public record EventDetail(String correlationId, JsonNode event) {}
