/** Reads SAM templates into the typed model that the rest of the runner works from. */
@NullMarked
package com.hekax.phone.runner.template;

import org.jspecify.annotations.NullMarked;
