/** Operations: what keeps the other domains in order, and belongs to none of them. */
@NullMarked
package com.hekax.phone.operations;

import org.jspecify.annotations.NullMarked;
