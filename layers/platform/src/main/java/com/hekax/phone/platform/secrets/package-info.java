/** The system's own secrets, read from Secrets Manager and kept for minutes. */
@NullMarked
package com.hekax.phone.platform.secrets;

import org.jspecify.annotations.NullMarked;
