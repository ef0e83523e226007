package com.hekax.phone.runner.lambda;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.cert.Certificate;

/**
 * Loads the classes of one function package anew for one execution environment, so that each has
 * its own statics, as on Lambda. What the package does not hold comes from the layers, which all
 * environments share.
 */
final class FunctionClassLoader extends URLClassLoader {
  private final URL code;
  private final ClassTransformer transformer;

  FunctionClassLoader(Path code, ClassLoader layers, ClassTransformer transformer) {
    super(new URL[] {url(code)}, layers);
    this.code = url(code);
    this.transformer = transformer;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith("java.")) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      var loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      var resource = findResource(name.replace('.', '/').concat(".class"));
      return resource == null ? super.loadClass(name, resolve) : define(name, resource);
    }
  }

  private Class<?> define(String name, URL resource) throws ClassNotFoundException {
    try (var input = resource.openStream()) {
      var bytes = transformer.transform(name, input.readAllBytes());
      var source = new CodeSource(code, (Certificate[]) null);
      return defineClass(name, bytes, 0, bytes.length, source);
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
