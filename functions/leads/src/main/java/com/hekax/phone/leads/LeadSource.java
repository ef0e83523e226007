package com.hekax.phone.leads;

/** Where a lead came from. */
public enum LeadSource {
  CALL,
  MANUAL
}
