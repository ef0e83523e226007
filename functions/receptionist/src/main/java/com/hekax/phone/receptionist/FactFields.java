package com.hekax.phone.receptionist;

/**
 * What people may say about a fact.
 *
 * @param topic a question, or a word or two
 * @param position its place among the others, from 1; two may share one
 */
public record FactFields(String topic, String answer, int position) {}
