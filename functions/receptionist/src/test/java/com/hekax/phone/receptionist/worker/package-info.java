/** What the receptionist is told, seen from the business and from its calls. */
@NullMarked
package com.hekax.phone.receptionist.worker;

import org.jspecify.annotations.NullMarked;
