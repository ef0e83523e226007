package com.hekax.phone.bridge.edge;

import com.hekax.phone.bridge.backend.BackEnd;

/**
 * What all calls share.
 *
 * @param firstModel what is opened before it is known which model a call is to have
 */
record Surroundings(
    BackEnd backEnd, ModelAddress modelAddress, HostNames names, String firstModel) {}
