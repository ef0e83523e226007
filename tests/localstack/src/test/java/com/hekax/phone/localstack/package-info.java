/** The way of an event and of a secret over AWS's own protocols. */
@NullMarked
package com.hekax.phone.localstack;

import org.jspecify.annotations.NullMarked;
