package com.hekax.phone.runner.template;

import com.hekax.phone.runner.template.TemplateValue.Fields;
import java.util.List;

/** One resource as the template declares it, its type's globals merged in, nothing resolved yet. */
record Resource(String id, String type, Place place, Fields properties, List<String> dependsOn) {

  boolean isNestedStack() {
    return type.equals("AWS::Serverless::Application") || type.equals("AWS::CloudFormation::Stack");
  }

  boolean isCustom() {
    return type.startsWith("Custom::") || type.equals("AWS::CloudFormation::CustomResource");
  }
}
