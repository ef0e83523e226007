package com.hekax.phone.sandbox.openai.session;

import com.hekax.phone.sandbox.openai.faults.FaultPlan;
import com.hekax.phone.sandbox.openai.receptionist.Receptionist;
import com.hekax.phone.sandbox.speech.Clips;
import java.time.InstantSource;

/**
 * What is around all sessions.
 *
 * @param pace of the sessions that open now
 */
public record World(
    Clips clips, Receptionist receptionist, FaultPlan faults, InstantSource clock, Pace pace) {}
