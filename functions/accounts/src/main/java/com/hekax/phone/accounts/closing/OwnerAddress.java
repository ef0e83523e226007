package com.hekax.phone.accounts.closing;

/** Somebody who is written to as an owner. */
public record OwnerAddress(String name, String email) {}
