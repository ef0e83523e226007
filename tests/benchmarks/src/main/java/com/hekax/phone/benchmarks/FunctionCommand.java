package com.hekax.phone.benchmarks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.hekax.phone.runner.template.Application.LambdaFunction;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * How a function is started as a process of its own: on AWS's runtime client, with its own jar and
 * its layers. Only jars, because an archive of classes takes no folder.
 *
 * @param output what it prints
 */
record FunctionCommand(LambdaFunction function, Path output) {
  /** As on Lambda: one small heap, and only the first compiler. */
  private static final List<String> LIKE_LAMBDA =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xmx420m",
          "--enable-native-access=ALL-UNNAMED");

  /**
   * Starts it.
   *
   * @param options of the JVM, besides those that all have
   * @param runtimeApi host and port
   */
  Process start(List<String> options, String runtimeApi) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(LIKE_LAMBDA);
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), AWSLambda.class.getName(), function.handler()));
    var builder = new ProcessBuilder(command);
    var environment = builder.environment();
    environment.clear();
    environment.putAll(function.environment());
    environment.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
    environment.put("AWS_LAMBDA_LOG_STREAM_NAME", function.name());
    environment.put("_HANDLER", function.handler());
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
        .start();
  }

  private String classPath() throws IOException {
    var entries = new ArrayList<Path>();
    entries.add(function.code());
    for (var layer : function.layers()) {
      try (var files = Files.list(layer.resolve("java/lib"))) {
        files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(entries::add);
      }
    }
    // What the managed runtime brings.
    Stream.of(AWSLambda.class, PojoSerializer.class, Context.class, SdkInternalThreadLocal.class)
        .map(FunctionCommand::jarOf)
        .forEach(entries::add);
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static Path jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
