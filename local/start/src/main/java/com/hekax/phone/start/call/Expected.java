package com.hekax.phone.start.call;

/** What a scripted call must have led to, for the command to succeed. */
enum Expected {
  /** The call is over and what was said in it is saved. */
  CALL_ENDED,
  /** The caller is a lead of the call. */
  LEAD,
  /** The lead and its call are in the CRM. */
  CRM_RECORDS,
  /** The business was told of the lead by a webhook that it can trust. */
  WEBHOOK
}
