package com.hekax.phone.crm;

/** A CRM that an organization can connect. */
public enum Provider {
  HUBSPOT("HubSpot");

  private final String title;

  Provider(String title) {
    this.title = title;
  }

  /** As people write it. */
  public String title() {
    return title;
  }
}
