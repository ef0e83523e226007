package com.hekax.phone.sandbox.twilio.call;

import com.hekax.phone.sandbox.twilio.line.Person;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a leg is to live.
 *
 * @param person who holds its receiver once it is answered
 * @param program what it does
 * @param fallback asked when the product's answer cannot be run
 * @param status who is told of its progress
 */
record LegPlan(
    Function<Call, Person> person,
    Program program,
    Optional<Source.Fetch> fallback,
    Optional<StatusTarget> status,
    Delivery delivery) {}
