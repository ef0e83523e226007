package com.hekax.phone.crm.hubspot;

import com.hekax.phone.crm.hubspot.HubSpotContacts.Filter;
import com.hekax.phone.crm.hubspot.HubSpotContacts.FilterGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Finds a number however a person has typed it. HubSpot compares {@code phone} letter for letter;
 * beside it, it keeps each number without its country's code and without signs ({@code
 * hs_searchable_calculated_…}), which is used where that code has a known length.
 */
final class PhoneSearch {
  private static final String NORTH_AMERICA = "+1";
  private static final int NATIONAL_DIGITS = 10;

  static List<FilterGroup> groups(String phone) {
    var groups = new ArrayList<FilterGroup>();
    groups.add(equal("phone", phone));
    groups.add(equal("mobilephone", phone));
    if (isNorthAmerican(phone)) {
      var national = phone.substring(NORTH_AMERICA.length());
      groups.add(equal("hs_searchable_calculated_phone_number", national));
      groups.add(equal("hs_searchable_calculated_mobile_number", national));
    }
    return groups;
  }

  /** Whether a contact that was found has the number: national digits alone may be abroad. */
  static boolean has(Contact contact, String phone) {
    return Stream.of("phone", "mobilephone")
        .map(name -> contact.properties().get(name))
        .filter(Objects::nonNull)
        .anyMatch(written -> isSame(written, phone));
  }

  private static boolean isSame(String written, String phone) {
    var digits = written.replaceAll("[^0-9]", "");
    var wanted = phone.substring(1);
    boolean isNational = !written.strip().startsWith("+") && digits.length() == NATIONAL_DIGITS;
    return digits.equals(wanted)
        || (isNational && isNorthAmerican(phone) && wanted.equals("1" + digits));
  }

  private static boolean isNorthAmerican(String phone) {
    return phone.startsWith(NORTH_AMERICA)
        && phone.length() == NORTH_AMERICA.length() + NATIONAL_DIGITS;
  }

  private static FilterGroup equal(String property, String value) {
    return new FilterGroup(List.of(new Filter(property, "EQ", value)));
  }

  private PhoneSearch() {}
}
