package com.hekax.phone.scenarios.deliveries;

import com.hekax.phone.start.DemoData;
import java.util.List;

/** The scripts of {@code ./hekax call}, in groups that can be played at the same time. */
final class Scripts {
  /**
   * A further script is one more line. Those of a group share neither a model that is down nor a
   * business whose telephone does two things; what leads to news is at Bright Dental, which has all
   * the receivers.
   */
  static final List<List<Call>> GROUPS =
      List.of(
          List.of(
              new Call("new-lead", DemoData.BRIGHT_DENTAL_NUMBER),
              new Call("interrupt", DemoData.BRIGHT_DENTAL_NUMBER),
              new Call("hang-up-early", DemoData.BRIGHT_DENTAL_NUMBER),
              new Call("nobody-home", DemoData.BRIGHT_DENTAL_NUMBER),
              new Call("transfer", DemoData.RAPID_PLUMBING_NUMBER)),
          List.of(
              new Call("model-down-voicemail", DemoData.BRIGHT_DENTAL_NUMBER),
              new Call("model-down", DemoData.RAPID_PLUMBING_NUMBER)));

  /**
   * Who calls whom.
   *
   * @param to the number of a business, E.164
   */
  record Call(String script, String to) {}

  static List<String> all() {
    return GROUPS.stream().flatMap(List::stream).map(Call::script).toList();
  }

  private Scripts() {}
}
