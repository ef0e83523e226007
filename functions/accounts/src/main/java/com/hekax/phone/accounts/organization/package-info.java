/** Who an organization is, and how people sign in to it. */
@NullMarked
package com.hekax.phone.accounts.organization;

import org.jspecify.annotations.NullMarked;
