@NullMarked
package com.hekax.phone.sandbox.hubspot;

import org.jspecify.annotations.NullMarked;
