/** HubSpot: how it is asked and what it answers (OAuth and CRM of the date version 2026-03). */
@NullMarked
package com.hekax.phone.crm.hubspot;

import org.jspecify.annotations.NullMarked;
