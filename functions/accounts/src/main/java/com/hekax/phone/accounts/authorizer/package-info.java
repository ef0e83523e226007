/** What the gateway asks before every route that is not public. */
@NullMarked
package com.hekax.phone.accounts.authorizer;

import org.jspecify.annotations.NullMarked;
