/** Requests to the product's webhooks, with the retries that an address asks for. */
@NullMarked
package com.hekax.phone.sandbox.twilio.webhook;

import org.jspecify.annotations.NullMarked;
