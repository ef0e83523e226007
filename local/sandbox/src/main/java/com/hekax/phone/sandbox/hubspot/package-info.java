/**
 * A stand-in for HubSpot: OAuth of the date version 2026-03, contacts, calls and their associations
 * as the vendor's published specifications have them (read 2026-11-22).
 */
@NullMarked
package com.hekax.phone.sandbox.hubspot;

import org.jspecify.annotations.NullMarked;
