package com.hekax.phone.platform.audit;

/** What kind of actor the audit log names. */
public enum ActorKind {
  PERSON,
  API_KEY,
  /** The receptionist in a call, whose id is the actor's. */
  ASSISTANT,
  /** A worker, a schedule or a vendor: nobody who could be asked. */
  SYSTEM
}
