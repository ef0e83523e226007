package com.hekax.phone.contracts;

import java.time.Instant;
import java.util.Optional;

/**
 * The public state of a call, as its events carry it. It is put together from events, so what has
 * not been heard of yet is empty.
 *
 * @param direction INBOUND or OUTBOUND
 * @param from E.164; empty when the caller withheld it
 * @param to E.164
 * @param status RINGING, IN_PROGRESS, CANCELED, FAILED, NO_ANSWER, BUSY or COMPLETED
 * @param stage who has the caller: RINGING, ASSISTANT, TRANSFERRING, PERSON, VOICEMAIL or ENDED
 * @param stageSince when that began
 * @param stagePerson who is rung or has the caller, as a name, while it is a person
 * @param talkSeconds whole seconds from answer to end
 * @param outcome MISSED, ANSWERED, VOICEMAIL_LEFT, MESSAGE_TAKEN, LEAD_CAPTURED or TRANSFERRED
 * @param lead the lead that was captured in it
 * @param transferredTo the name of the person who took it over
 * @param assistantSeconds whole seconds that the receptionist was in it
 * @param version grows with each event that is heard of it; an older one never replaces a newer
 */
public record CallDetails(
    CallId id,
    Optional<String> direction,
    Optional<String> from,
    Optional<String> to,
    String status,
    String stage,
    Instant stageSince,
    Optional<String> stagePerson,
    Instant startedAt,
    Optional<Instant> endedAt,
    int talkSeconds,
    Optional<String> outcome,
    Optional<LeadId> lead,
    Optional<String> transferredTo,
    int assistantSeconds,
    int version) {}
