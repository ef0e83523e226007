/** How often somebody may try before they have to wait. */
@NullMarked
package com.hekax.phone.accounts.attempts;

import org.jspecify.annotations.NullMarked;
