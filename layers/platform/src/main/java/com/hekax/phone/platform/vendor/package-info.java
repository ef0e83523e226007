/** Calls to systems that are not ours: vendors we chose and addresses that users gave. */
@NullMarked
package com.hekax.phone.platform.vendor;

import org.jspecify.annotations.NullMarked;
