package com.hekax.phone.scenarios.isolation;

import com.hekax.phone.runner.RunnerBuilder;
import com.hekax.phone.scenarios.TestProduct;
import com.hekax.phone.start.Product;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** A product with all that is needed to look behind its locks. */
public record ProvenProduct(
    Product product,
    Connection superuser,
    Schema schema,
    List<ProbedRoute> routes,
    ApiPages pages,
    Tokens tokens,
    Quiet quiet)
    implements AutoCloseable {

  /** Starts it over a folder, with a last word on the runner. */
  public static ProvenProduct start(Path folder, UnaryOperator<RunnerBuilder> change)
      throws Exception {
    // Schedules see no time pass: what they do to anybody's rows is no answer to a request.
    var now = Instant.now();
    var product = TestProduct.start(folder, runner -> change.apply(runner.clock(() -> now)));
    var superuser = product.database().superuser(product.databaseName());
    var queues = ProbedRoute.application(TestProduct.ROOT).queues();
    return new ProvenProduct(
        product,
        superuser,
        Schema.read(superuser),
        ProbedRoute.all(TestProduct.ROOT),
        new ApiPages(TestProduct.ROOT.resolve("docs/api")),
        new Tokens(folder, product.runner().baseUri().toString()),
        new Quiet(product, superuser, queues));
  }

  @Override
  public void close() throws SQLException {
    superuser.close();
    product.close();
  }
}
