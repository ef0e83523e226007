package com.hekax.phone.runner.process;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.hekax.phone.runner.template.Application.LambdaFunction;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/** The command line and environment of a function's own JVM. */
final class ProcessCommand {
  private ProcessCommand() {}

  static ProcessBuilder of(LambdaFunction function, String runtimeApi, Path logFile)
      throws IOException {
    var command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath(function),
            AWSLambda.class.getName(),
            function.handler());
    var environment = command.environment();
    environment.clear();
    environment.putAll(function.environment());
    environment.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
    environment.put("AWS_LAMBDA_LOG_STREAM_NAME", function.name());
    environment.put("_HANDLER", function.handler());
    Files.createDirectories(logFile.toAbsolutePath().resolveSibling(""));
    // Several environments of one function share the file.
    return command.redirectErrorStream(true).redirectOutput(Redirect.appendTo(logFile.toFile()));
  }

  private static String classPath(LambdaFunction function) throws IOException {
    var entries = new ArrayList<Path>();
    entries.add(function.code());
    for (var layer : function.layers()) {
      entries.addAll(jars(layer.resolve("java").resolve("lib")));
    }
    // What the managed runtime brings.
    Stream.of(AWSLambda.class, PojoSerializer.class, Context.class, SdkInternalThreadLocal.class)
        .map(ProcessCommand::origin)
        .forEach(entries::add);
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
