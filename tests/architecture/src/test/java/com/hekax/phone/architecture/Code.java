package com.hekax.phone.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;

/** The compiled classes of everything that is deployed: layers and domains, without tests. */
final class Code {
  static final String ROOT = "com.hekax.phone.";
  static final String PLATFORM = ROOT + "platform..";

  private static final List<String> DOMAINS =
      StackTemplate.domains().map(StackTemplate::domain).toList();

  private static final JavaClasses DEPLOYED =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(
              Stream.concat(Stream.of("contracts", "platform", "twilio"), DOMAINS.stream())
                  .map(ROOT::concat)
                  .toList());

  static JavaClasses deployed() {
    return DEPLOYED;
  }

  /** The names of the domains, which are their packages too. */
  static List<String> domains() {
    return DOMAINS;
  }

  /** The package of a domain and those below it. */
  static String packagesOf(String domain) {
    return ROOT + domain + "..";
  }

  /** The domain or layer that a class belongs to: the part of its package after {@code phone}. */
  static String ownerOf(JavaClass type) {
    return type.getPackageName().split("\\.", -1)[3];
  }

  private Code() {}
}
