/** What somebody finds who gets hold of the database or the logs. */
@NullMarked
package com.hekax.phone.scenarios.dump;

import org.jspecify.annotations.NullMarked;
