package com.hekax.phone.scenarios.deliveries;

import com.hekax.phone.database.FreeRequests;
import com.hekax.phone.platform.Env;
import com.hekax.phone.runner.template.Application;
import com.hekax.phone.scenarios.Api;
import com.hekax.phone.scenarios.Eventually;
import com.hekax.phone.scenarios.TestProduct;
import com.hekax.phone.scenarios.isolation.Quiet;
import com.hekax.phone.start.Ports;
import com.hekax.phone.start.Product;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * A product all of whose deliveries can be brought into disorder: Twilio's webhooks, what the media
 * bridge posts, events and messages of queues.
 */
final class DisorderedProduct implements AutoCloseable {
  private final RepeatingProxy proxy;
  private final Product product;
  private final Connection superuser;
  private final Quiet quiet;

  private DisorderedProduct(RepeatingProxy proxy, Path folder) throws Exception {
    this.proxy = proxy;
    var shell = Env.of(Map.of("HEKAX_BACKEND_URL", proxy.uri().toString()));
    var settings = Product.Settings.of(TestProduct.ROOT, folder, Ports.ANY, shell);
    product = Product.start(settings, _ -> {});
    proxy.leadTo(product.runner().baseUri());
    superuser = product.database().superuser(product.databaseName());
    // All scripts are looked at by one owner at once.
    FreeRequests.begin(superuser);
    var application =
        Application.read(
            TestProduct.ROOT.resolve("template.yaml"),
            Map.of("Stage", "local", "DomainName", "localhost", "CertificateArn", "local"));
    quiet = new Quiet(product, superuser, application.queues());
  }

  /** Starts one in good order. */
  static DisorderedProduct start(Path folder) throws Exception {
    return new DisorderedProduct(new RepeatingProxy(), folder);
  }

  Product product() {
    return product;
  }

  Connection superuser() {
    return superuser;
  }

  /** From now on, everywhere. */
  void disorder(long seed) {
    product.runner().disorder().begin(seed);
    product.sandbox().twilio().disorder(Optional.of(seed));
    proxy.begin(seed);
  }

  /** No more; what is late still comes. */
  void order() {
    product.runner().disorder().end();
    product.sandbox().twilio().disorder(Optional.empty());
    proxy.end();
  }

  /** Returns when calls and all that they set off are over, however late it comes. */
  void awaitRest() throws Exception {
    Eventually.eventually("the last word of every call", this::isSaid);
    if (!quiet.await()) {
      throw new AssertionError("The product does not come to rest: see its log");
    }
  }

  private boolean isSaid() throws SQLException {
    var calls = Api.of(product.sandbox().uri()).get("/twilio/calls").json().path("calls");
    return calls.valueStream().allMatch(call -> call.path("state").asText().equals("reported"))
        && proxy.underWay() == 0
        && isReported();
  }

  /** Whether the bridge has reported each stream that it was let into. */
  private boolean isReported() throws SQLException {
    try (var statement = superuser.createStatement();
        var unreported =
            statement.executeQuery(
                """
                select exists (select from bridge_sessions as session
                                where stream_sid is not null
                                  and not exists (select from call_reports as report where report.stream_sid = session.stream_sid))
                """)) {
      unreported.next();
      return !unreported.getBoolean(1);
    }
  }

  @Override
  public void close() throws SQLException {
    superuser.close();
    product.close();
    proxy.close();
  }
}
