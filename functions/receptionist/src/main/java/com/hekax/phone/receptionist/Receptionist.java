package com.hekax.phone.receptionist;

import java.time.Instant;

/** An organization's receptionist as it is now. */
public record Receptionist(ReceptionistSettings settings, Instant updatedAt, int version) {}
