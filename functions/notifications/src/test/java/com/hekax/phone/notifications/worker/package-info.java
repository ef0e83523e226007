/** From events to deliveries. */
@NullMarked
package com.hekax.phone.notifications.worker;

import org.jspecify.annotations.NullMarked;
