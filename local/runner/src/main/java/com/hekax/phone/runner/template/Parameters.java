package com.hekax.phone.runner.template;

import com.hekax.phone.runner.template.TemplateValue.Fields;
import com.hekax.phone.runner.template.TemplateValue.Items;
import com.hekax.phone.runner.template.TemplateValue.Scalar;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The declared parameters of a template: defaults, allowed values, lists. */
final class Parameters {
  private static final Set<String> DOCUMENTATION =
      Set.of(
          "Description",
          "NoEcho",
          "AllowedPattern",
          "ConstraintDescription",
          "MinLength",
          "MaxLength",
          "MinValue",
          "MaxValue");

  private Parameters() {}

  /**
   * @param given what the caller passes, or null for the default
   */
  static TemplateValue value(String name, Fields declaration, @Nullable TemplateValue given) {
    var reader = new PropertyReader(declaration, "parameter " + name).ignore(DOCUMENTATION);
    var type = reader.requiredText("Type");
    var standard = reader.find("Default");
    var allowed = reader.texts("AllowedValues");
    reader.finish();
    var value = given != null ? given : standard.orElse(null);
    if (value == null) {
      throw declaration.place().error("the parameter " + name + " has no value");
    }
    if (value instanceof Items) {
      return value;
    }
    var text = value.asText("The parameter " + name);
    if (!allowed.isEmpty() && !allowed.contains(text)) {
      throw value
          .place()
          .error("the parameter " + name + " is " + text + ", not one of " + allowed);
    }
    var isList = type.equals("CommaDelimitedList") || type.startsWith("List<");
    return isList ? new Items(value.place(), split(value.place(), text)) : value;
  }

  private static List<TemplateValue> split(Place place, String text) {
    return Arrays.stream(text.split(","))
        .<TemplateValue>map(part -> new Scalar(place, part.strip()))
        .toList();
  }
}
