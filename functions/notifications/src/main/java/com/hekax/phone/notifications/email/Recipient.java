package com.hekax.phone.notifications.email;

import com.hekax.phone.contracts.UserId;

/** A member who is told, and where. */
public record Recipient(UserId userId, String email) {}
