/** What sends again. */
@NullMarked
package com.hekax.phone.notifications.job;

import org.jspecify.annotations.NullMarked;
