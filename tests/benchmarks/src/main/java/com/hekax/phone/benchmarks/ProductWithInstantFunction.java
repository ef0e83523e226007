package com.hekax.phone.benchmarks;

import com.hekax.phone.database.FreeRequests;
import com.hekax.phone.platform.Env;
import com.hekax.phone.start.Ports;
import com.hekax.phone.start.Product;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * The whole product, with one function that answers at once, in the place of the one that gets a
 * lead. Its answer is the one that the list of leads really has, so that only the handler's work is
 * missing. Arguments: the project's folder and the folder of its data. To every line it is sent it
 * replies with the CPU time that handlers have used.
 */
final class ProductWithInstantFunction {
  static final String REAL_ROUTE = "/api/leads";
  static final String INSTANT_ROUTE = "/api/leads/019a0000-0000-7000-8000-000000000051";

  private static final String REPLACED = "com.hekax.phone.leads.api.GetLeadHandler";

  public static void main(String[] arguments) throws Exception {
    var product = start(Path.of(arguments[0]), Path.of(arguments[1]), REPLACED);
    Runtime.getRuntime().addShutdownHook(new Thread(product::close, "stop"));
    var uri = product.runner().baseUri();
    InstantHandler.answerWith(DemoOwner.signIn(uri).get(REAL_ROUTE));
    converse(System.out, ProductProcess.READY + uri, new HandlerCpu(product.runner().functions()));
  }

  /** The product with an instant function in the place of {@code handler}. */
  static Product start(Path root, Path data, String handler) throws Exception {
    var settings =
        new Product.Settings(
            root,
            data,
            Ports.ANY,
            Env.of(Map.of()),
            runner -> runner.classTransformer(new HandlerSwap(handler)));
    var product = Product.start(settings, _ -> {});
    // One owner asks for all of it, and counting is part of what is measured.
    try (var superuser = product.database().superuser(product.databaseName())) {
      FreeRequests.begin(superuser);
    }
    return product;
  }

  private static void converse(PrintStream console, String ready, HandlerCpu cpu)
      throws IOException {
    console.println(ready);
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (lines.readLine() != null) {
      console.println(ProductProcess.HANDLERS_CPU + cpu.nanos());
    }
  }

  private ProductWithInstantFunction() {}
}
