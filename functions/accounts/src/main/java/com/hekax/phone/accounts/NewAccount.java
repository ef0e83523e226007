package com.hekax.phone.accounts;

/**
 * A person with a business of their own.
 *
 * @param timeZone IANA
 * @param country ISO 3166-1, two letters
 */
public record NewAccount(
    String name,
    String email,
    String password,
    String organizationName,
    String timeZone,
    String country) {}
