/** Tests of the domain against a real HubSpot stand-in. */
@NullMarked
package com.hekax.phone.crm;

import org.jspecify.annotations.NullMarked;
