package com.hekax.phone.accounts.closing;

/**
 * Who gets the receipt.
 *
 * @param organizationName of the organization that is erased
 */
public record Recipient(String email, String organizationName) {}
