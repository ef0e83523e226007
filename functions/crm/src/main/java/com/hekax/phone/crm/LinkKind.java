package com.hekax.phone.crm;

/** What something of ours is in a CRM. */
public enum LinkKind {
  CONTACT,
  CALL
}
