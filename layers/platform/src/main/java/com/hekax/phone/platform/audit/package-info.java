/** Who changes what: the tables write it down, and are told who acts. */
@NullMarked
package com.hekax.phone.platform.audit;

import org.jspecify.annotations.NullMarked;
