/** The end of an organization: said first, undone for thirty days, and then complete. */
@NullMarked
package com.hekax.phone.accounts.closing;

import org.jspecify.annotations.NullMarked;
