package com.hekax.phone.leads;

/** How far a lead has come. */
public enum LeadStage {
  NEW,
  CONTACTED,
  QUALIFIED,
  WON,
  LOST
}
