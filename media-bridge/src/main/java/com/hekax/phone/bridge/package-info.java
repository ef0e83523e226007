/** The media bridge: carries the audio of a call between Twilio and the model. */
@NullMarked
package com.hekax.phone.bridge;

import org.jspecify.annotations.NullMarked;
