/** Who changed what, for the people of an organization. */
@NullMarked
package com.hekax.phone.audit;

import org.jspecify.annotations.NullMarked;
