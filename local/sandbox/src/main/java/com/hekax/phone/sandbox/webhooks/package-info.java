/** A receiver of the webhooks that the product sends. */
@NullMarked
package com.hekax.phone.sandbox.webhooks;

import org.jspecify.annotations.NullMarked;
