/** What an organization's plan allows. */
@NullMarked
package com.hekax.phone.platform.entitlements;

import org.jspecify.annotations.NullMarked;
