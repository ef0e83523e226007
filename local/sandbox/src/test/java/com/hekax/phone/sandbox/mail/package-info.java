@NullMarked
package com.hekax.phone.sandbox.mail;

import org.jspecify.annotations.NullMarked;
