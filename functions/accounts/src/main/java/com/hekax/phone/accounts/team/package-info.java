/** Who belongs to an organization, as what, and who is asked to join it. */
@NullMarked
package com.hekax.phone.accounts.team;

import org.jspecify.annotations.NullMarked;
