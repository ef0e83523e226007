package com.hekax.phone.crm.hubspot;

import java.util.Map;

/**
 * A contact of HubSpot.
 *
 * @param properties those that we know of and that have a value
 */
public record Contact(String id, Map<String, String> properties) {}
