/** E-mail to the members of an organization, as a way to tell them what happened. */
@NullMarked
package com.hekax.phone.notifications.email;

import org.jspecify.annotations.NullMarked;
