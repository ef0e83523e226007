package com.hekax.phone.scenarios.isolation;

import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Texts as the class files of everything that is deployed hold them, wherever they are used. */
final class ConstantTexts {

  /** All different ones in which something is found. */
  static Set<String> with(Path root, Pattern pattern) {
    var texts = new TreeSet<String>();
    for (var type : DeployedClasses.named(root, _ -> true)) {
      for (var entry : type.constantPool()) {
        if (entry instanceof Utf8Entry text && pattern.matcher(text.stringValue()).find()) {
          texts.add(text.stringValue());
        }
      }
    }
    return texts;
  }

  private ConstantTexts() {}
}
