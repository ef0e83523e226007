package com.hekax.phone.platform.entitlements;

import java.util.Optional;
import java.util.Set;

/**
 * What an organization's plan allows; an empty limit does not exist.
 *
 * @param callMinutes a month
 * @param aiMinutes a month
 */
public record Plan(
    String plan,
    Optional<Integer> callMinutes,
    Optional<Integer> aiMinutes,
    Optional<Integer> phoneNumbers,
    Optional<Integer> members,
    Set<Feature> features) {}
