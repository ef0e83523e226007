package com.hekax.phone.telephony;

/**
 * A person whom callers can be put through to.
 *
 * @param number their phone, in E.164
 */
public record TransferTarget(String name, String number) {}
