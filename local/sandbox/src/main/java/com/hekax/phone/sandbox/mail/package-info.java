/** A mailbox behind the wire format of an e-mail provider. */
@NullMarked
package com.hekax.phone.sandbox.mail;

import org.jspecify.annotations.NullMarked;
