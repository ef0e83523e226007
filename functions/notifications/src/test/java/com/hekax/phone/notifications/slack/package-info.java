@NullMarked
package com.hekax.phone.notifications.slack;

import org.jspecify.annotations.NullMarked;
