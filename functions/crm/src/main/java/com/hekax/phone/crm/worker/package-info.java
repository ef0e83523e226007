/** What happens when something was captured or has ended. */
@NullMarked
package com.hekax.phone.crm.worker;

import org.jspecify.annotations.NullMarked;
