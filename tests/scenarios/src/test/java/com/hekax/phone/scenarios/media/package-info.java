/** Calls whose audio is damaged on its way. */
@NullMarked
package com.hekax.phone.scenarios.media;

import org.jspecify.annotations.NullMarked;
