package com.hekax.phone.crm.hubspot;

import com.hekax.phone.contracts.LeadDetails;
import java.util.LinkedHashMap;
import java.util.Map;

/** A lead in the fields of a contact. */
public final class ContactFields {

  /** What is known of a lead; a name of one word is a first name. */
  public static Map<String, String> of(LeadDetails lead) {
    var fields = new LinkedHashMap<String, String>(name(lead));
    lead.email().ifPresent(email -> fields.put("email", email));
    lead.phone().ifPresent(phone -> fields.put("phone", phone));
    lead.company().ifPresent(company -> fields.put("company", company));
    return fields;
  }

  /** First and last name. */
  public static Map<String, String> name(LeadDetails lead) {
    var name = lead.name().strip();
    int space = name.lastIndexOf(' ');
    return space < 0
        ? Map.of("firstname", name)
        : Map.of(
            "firstname", name.substring(0, space).strip(), "lastname", name.substring(space + 1));
  }

  /**
   * What of {@code wanted} may be written over a contact: a field without a value, or one that
   * still has the value we gave it. What people have typed stays.
   *
   * @param written what we wrote before
   */
  public static Map<String, String> mayBeChanged(
      Contact contact, Map<String, String> wanted, Map<String, String> written) {
    var changes = new LinkedHashMap<String, String>();
    wanted.forEach(
        (field, value) -> {
          var current = contact.properties().get(field);
          if (current == null || (current.equals(written.get(field)) && !current.equals(value))) {
            changes.put(field, value);
          }
        });
    // The number under which it was found is not written a second time.
    if (wanted.containsKey("phone") && PhoneSearch.has(contact, wanted.getOrDefault("phone", ""))) {
      changes.remove("phone");
    }
    return changes;
  }

  private ContactFields() {}
}
