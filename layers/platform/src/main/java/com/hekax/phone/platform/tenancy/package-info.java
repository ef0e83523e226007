/** Who is asking, for which organization, and what they may do. */
@NullMarked
package com.hekax.phone.platform.tenancy;

import org.jspecify.annotations.NullMarked;
