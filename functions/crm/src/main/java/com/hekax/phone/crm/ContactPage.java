package com.hekax.phone.crm;

/** Where people see a contact in HubSpot, and a call in its history. */
final class ContactPage {
  /** HubSpot's own kind of record: contacts. */
  private static final String CONTACTS = "0-1";

  static String of(CrmSettings settings, CrmConnection connection, String contactId) {
    return "%s/contacts/%s/record/%s/%s"
        .formatted(settings.hubSpotPages(), connection.externalAccountId(), CONTACTS, contactId);
  }

  static String ofCall(
      CrmSettings settings, CrmConnection connection, String contactId, String callId) {
    return of(settings, connection, contactId) + "?engagement=" + callId;
  }

  private ContactPage() {}
}
