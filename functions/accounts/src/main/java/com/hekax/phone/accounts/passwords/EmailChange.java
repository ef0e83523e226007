package com.hekax.phone.accounts.passwords;

import com.hekax.phone.contracts.UserId;

/** Somebody who wants to sign in with another address. */
public record EmailChange(UserId userId, String email) {}
