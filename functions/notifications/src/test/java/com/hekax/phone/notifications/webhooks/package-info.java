@NullMarked
package com.hekax.phone.notifications.webhooks;

import org.jspecify.annotations.NullMarked;
