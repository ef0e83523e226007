/** The routes over webhooks. */
@NullMarked
package com.hekax.phone.notifications.api;

import org.jspecify.annotations.NullMarked;
