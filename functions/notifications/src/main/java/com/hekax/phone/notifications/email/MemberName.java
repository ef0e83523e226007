package com.hekax.phone.notifications.email;

import com.hekax.phone.contracts.UserId;

/** A member as others of the organization know them. */
public record MemberName(UserId userId, String name) {}
