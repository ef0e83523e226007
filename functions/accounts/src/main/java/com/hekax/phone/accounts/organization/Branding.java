package com.hekax.phone.accounts.organization;

import java.util.Optional;

/**
 * How pages and letters of an organization look.
 *
 * @param color #rrggbb; empty for the product's own
 */
public record Branding(Optional<String> color) {}
