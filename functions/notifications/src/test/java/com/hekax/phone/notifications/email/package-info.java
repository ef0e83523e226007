@NullMarked
package com.hekax.phone.notifications.email;

import org.jspecify.annotations.NullMarked;
