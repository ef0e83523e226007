/** What is published for days without us, and what is looked for after them. */
@NullMarked
package com.hekax.phone.telephony.job;

import org.jspecify.annotations.NullMarked;
