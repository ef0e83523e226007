/** One session of the Realtime API: settings, dialogue, ears and answers. */
@NullMarked
package com.hekax.phone.sandbox.openai.session;

import org.jspecify.annotations.NullMarked;
