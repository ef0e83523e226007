package com.hekax.phone.scenarios.isolation;

import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.runner.lambda.ClassTransformer;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Takes single locks off the product, in the code as it is loaded: the product itself has no switch
 * for it.
 */
final class Locks {
  private static final String ROUTE = descriptor(Route.class);
  private static final List<String> STATEMENTS =
      List.of(
          "Lorg/jdbi/v3/sqlobject/statement/SqlQuery;",
          "Lorg/jdbi/v3/sqlobject/statement/SqlUpdate;");

  /** Statements of domains no longer ask for the organization: it is any. */
  static ClassTransformer withoutStatementPredicates() {
    return (name, code) ->
        name.endsWith("Dao") ? rewriteMethods(code, Locks::withoutPredicate) : code;
  }

  /** Routes of people ask for no permission but being signed in. */
  static ClassTransformer withoutPermissions() {
    return lowered(
        Permission.SIGNED_IN, Set.of(Permission.PUBLIC, Permission.CALL, Permission.OWN_ACCOUNT));
  }

  /** Routes ask for less, but those that ask for what is kept. */
  static ClassTransformer lowered(Permission to, Set<Permission> kept) {
    return (name, code) ->
        name.endsWith("Handler")
            ? rewriteClass(
                code,
                annotation ->
                    annotation.className().equalsString(ROUTE)
                        ? lowered(annotation, to, kept)
                        : annotation)
            : code;
  }

  /** Both changes. */
  static ClassTransformer both(ClassTransformer first, ClassTransformer second) {
    return (name, code) -> second.transform(name, first.transform(name, code));
  }

  private static Annotation withoutPredicate(Annotation annotation) {
    if (!STATEMENTS.contains(annotation.className().stringValue())) {
      return annotation;
    }
    return Annotation.of(
        annotation.classSymbol(),
        annotation.elements().stream()
            .map(
                element ->
                    element.value() instanceof AnnotationValue.OfString sql
                        ? AnnotationElement.ofString(
                            element.name().stringValue(), anyOrganization(sql.stringValue()))
                        : element)
            .toList());
  }

  /** {@code x.organization_id = :organization} becomes a comparison that all rows pass. */
  static String anyOrganization(String sql) {
    return sql.replaceAll(
        "((?:\\w+\\.)?organization_id) = :organization\\b", "($1 = :organization or true)");
  }

  private static Annotation lowered(Annotation route, Permission to, Set<Permission> kept) {
    return Annotation.of(
        route.classSymbol(),
        route.elements().stream()
            .map(
                element ->
                    element.value() instanceof AnnotationValue.OfEnum needs
                            && kept.stream()
                                .noneMatch(one -> needs.constantName().equalsString(one.name()))
                        ? AnnotationElement.of(
                            element.name().stringValue(),
                            AnnotationValue.ofEnum(
                                ClassDesc.ofDescriptor(descriptor(Permission.class)), to.name()))
                        : element)
            .toList());
  }

  private static byte[] rewriteMethods(byte[] code, UnaryOperator<Annotation> change) {
    MethodTransform methods =
        (builder, element) ->
            builder.with(
                element instanceof RuntimeVisibleAnnotationsAttribute annotations
                    ? changed(annotations, change)
                    : element);
    return transform(code, ClassTransform.transformingMethods(methods));
  }

  private static byte[] rewriteClass(byte[] code, UnaryOperator<Annotation> change) {
    return transform(
        code,
        (builder, element) ->
            builder.with(
                element instanceof RuntimeVisibleAnnotationsAttribute annotations
                    ? changed(annotations, change)
                    : element));
  }

  private static RuntimeVisibleAnnotationsAttribute changed(
      RuntimeVisibleAnnotationsAttribute annotations, UnaryOperator<Annotation> change) {
    return RuntimeVisibleAnnotationsAttribute.of(
        annotations.annotations().stream().map(change).toList());
  }

  private static byte[] transform(byte[] code, ClassTransform change) {
    var classFile = ClassFile.of();
    return classFile.transformClass(classFile.parse(code), change);
  }

  private static String descriptor(Class<?> type) {
    return type.descriptorString();
  }

  private Locks() {}
}
