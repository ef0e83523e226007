/** What every function shares: requests, tenancy, data, events, vendors, secrets and telemetry. */
@NullMarked
package com.hekax.phone.platform;

import org.jspecify.annotations.NullMarked;
