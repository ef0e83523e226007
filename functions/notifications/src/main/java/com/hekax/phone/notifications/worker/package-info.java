/** What makes events into deliveries. */
@NullMarked
package com.hekax.phone.notifications.worker;

import org.jspecify.annotations.NullMarked;
