/** What is said on the line, and an ear for it: no model, no cloud, the same bytes every time. */
@NullMarked
package com.hekax.phone.sandbox.speech;

import org.jspecify.annotations.NullMarked;
