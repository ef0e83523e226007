package com.hekax.phone.benchmarks;

import com.hekax.phone.runner.lambda.ClassTransformer;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;

/**
 * Puts an {@link InstantHandler} in the place of one handler of the product, so that both kinds are
 * measured in one JVM, behind the same front, gateway and authorizer.
 *
 * @param handler the name of the class that is replaced
 */
record HandlerSwap(String handler) implements ClassTransformer {
  private static final ClassDesc INSTANT = ClassDesc.of(InstantHandler.class.getName());

  @Override
  public byte[] transform(String className, byte[] code) {
    return className.equals(handler) ? subclassOfInstantHandler() : code;
  }

  private byte[] subclassOfInstantHandler() {
    return ClassFile.of()
        .build(
            ClassDesc.of(handler),
            type ->
                type.withFlags(ClassFile.ACC_PUBLIC)
                    .withSuperclass(INSTANT)
                    .withMethodBody(
                        ConstantDescs.INIT_NAME,
                        ConstantDescs.MTD_void,
                        ClassFile.ACC_PUBLIC,
                        body ->
                            body.aload(0)
                                .invokespecial(
                                    INSTANT, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                                .return_()));
  }
}
