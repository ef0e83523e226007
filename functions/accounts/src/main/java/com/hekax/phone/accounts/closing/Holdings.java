package com.hekax.phone.accounts.closing;

/**
 * What an organization has, and loses when it is closed.
 *
 * @param numbers that callers reach it on
 * @param recordings that callers left
 * @param calls with what was said in them
 * @param subscription whether it is on a plan that is paid for
 */
public record Holdings(
    int numbers, int recordings, int leads, int calls, int members, boolean subscription) {}
