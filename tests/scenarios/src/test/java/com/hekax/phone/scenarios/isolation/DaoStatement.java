package com.hekax.phone.scenarios.isolation;

import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A statement of a DAO, from the annotation in its class file.
 *
 * @param name of the DAO and its method; numbered where a method is overloaded
 * @param sql as it is written, with named parameters
 * @param crosses whether it is marked as working across organizations
 */
record DaoStatement(String name, String sql, boolean crosses) {
  private static final Set<String> STATEMENTS =
      Set.of(
          "Lorg/jdbi/v3/sqlobject/statement/SqlQuery;",
          "Lorg/jdbi/v3/sqlobject/statement/SqlUpdate;",
          "Lorg/jdbi/v3/sqlobject/statement/SqlBatch;");
  private static final String CROSSES = AcrossOrganizations.class.descriptorString();

  /** Where a statement says which organization it is for. */
  static final Pattern ORGANIZATION = Pattern.compile("(?<!:):organization(?![\\w.])");

  /** All statements of everything that is deployed. */
  static List<DaoStatement> all(Path root) {
    var statements = new ArrayList<DaoStatement>();
    var names = new ArrayList<String>();
    for (var dao : DeployedClasses.named(root, name -> name.endsWith("Dao"))) {
      for (var method : dao.methods()) {
        for (var annotation : visible(method)) {
          if (STATEMENTS.contains(annotation.className().stringValue())) {
            var name = nameOf(dao) + "." + method.methodName().stringValue();
            names.add(name);
            long same = names.stream().filter(name::equals).count();
            statements.add(
                new DaoStatement(
                    same == 1 ? name : name + "#" + same,
                    text(annotation),
                    isMarked(method) || isMarked(dao)));
          }
        }
      }
    }
    return List.copyOf(statements);
  }

  /** How often it says for which organization it is. */
  int mentions() {
    return (int) ORGANIZATION.matcher(sql).results().count();
  }

  private static String nameOf(ClassModel dao) {
    var name = dao.thisClass().asInternalName();
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static List<Annotation> visible(MethodModel method) {
    return method
        .findAttribute(Attributes.runtimeVisibleAnnotations())
        .map(found -> found.annotations())
        .orElse(List.of());
  }

  private static boolean isMarked(AttributedElement element) {
    return element
        .findAttribute(Attributes.runtimeInvisibleAnnotations())
        .map(found -> found.annotations())
        .orElse(List.of())
        .stream()
        .anyMatch(annotation -> annotation.className().equalsString(CROSSES));
  }

  private static String text(Annotation annotation) {
    return annotation.elements().stream()
        .map(element -> element.value())
        .filter(AnnotationValue.OfString.class::isInstance)
        .map(value -> ((AnnotationValue.OfString) value).stringValue())
        .findFirst()
        .orElseThrow();
  }
}
