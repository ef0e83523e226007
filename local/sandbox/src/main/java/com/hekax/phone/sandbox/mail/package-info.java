/** Resend, as far as the product sends e-mail with it, and the mailbox where it arrives. */
@NullMarked
package com.hekax.phone.sandbox.mail;

import org.jspecify.annotations.NullMarked;
