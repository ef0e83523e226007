package com.hekax.phone.start;

import com.hekax.phone.database.EmbeddedDatabase;
import com.hekax.phone.platform.Env;
import com.hekax.phone.platform.crypto.SigningKey;
import com.hekax.phone.platform.crypto.SigningKeySet;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.telemetry.LibraryLog;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.runner.Runner;
import com.hekax.phone.runner.RunnerBuilder;
import com.hekax.phone.runner.lambda.InvocationResult;
import com.hekax.phone.sandbox.Sandbox;
import com.hekax.phone.sandbox.twilio.call.NumberSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The whole product on one machine: what {@code ./hekax start} runs and what whole-product tests
 * use.
 */
public final class Product implements AutoCloseable {
  private static final String DATABASE = "hekax";
  private static final String SECRETS_PREFIX = "hekax/local/";

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final EmbeddedDatabase database;
  private final Sandbox sandbox;
  private final Runner runner;
  private final BridgeProcess bridge;
  private final List<String> realVendors;

  /**
   * How to start it.
   *
   * @param root the project's folder, with templates and built jars
   * @param data what is kept between starts
   * @param shell the variables of the shell
   * @param change a last word on the runner, for tests
   */
  public record Settings(
      Path root, Path data, Ports ports, Env shell, UnaryOperator<RunnerBuilder> change) {

    public static Settings of(Path root, Path data, Ports ports, Env shell) {
      return new Settings(root, data, ports, shell, UnaryOperator.identity());
    }
  }

  private Product(Settings settings, Consumer<String> progress) throws Exception {
    try {
      BridgeProcess.endLeftover(settings.data());
      var ports = settings.ports().withBridge();
      ports.checkFree();
      Files.createDirectories(settings.data());
      logTo(settings.data().resolve("product.log"));

      progress.accept("Starting the stand-ins");
      sandbox = opened(Sandbox.start(ports.sandbox(), InstantSource.system()));
      var vendors = VendorSettings.read(settings.shell(), sandbox.uri());
      realVendors = vendors.real();

      progress.accept("Starting the database");
      database =
          opened(EmbeddedDatabase.start(settings.data().resolve("database"), ports.database()));
      database.create(DATABASE);
      database.checkSchema(DATABASE);

      progress.accept("Starting the functions");
      runner = opened(runner(settings, ports, vendors).start());

      progress.accept("Starting the media bridge");
      bridge = opened(bridge(settings, ports, vendors));

      new DemoData(database.superuser(DATABASE)).load();
      new DemoReceptionists(runner.baseUri(), database.superuser(DATABASE)).tell();
      try (var owner = DemoOwner.signIn(runner.baseUri(), DemoData.BRIGHT_DENTAL_OWNER)) {
        new DemoWebhook(owner, sandbox).connect();
        var consent = new DemoConsent(owner, runner.baseUri());
        if (!vendors.isReal(VendorSettings.HUBSPOT)) {
          new DemoHubSpot(consent).connect();
        }
        if (!vendors.isReal(VendorSettings.SLACK)) {
          new DemoSlack(consent).connect();
        }
      }
      connectNumbers(vendors, publicUrl(settings));
    } catch (Exception | Error failed) {
      closeAll(failed);
      throw failed;
    }
  }

  /**
   * Starts it and returns when it answers.
   *
   * @param progress told what is being done, a few words a time
   * @throws StartException with one sentence that says what to do
   */
  public static Product start(Settings settings, Consumer<String> progress) throws Exception {
    return new Product(settings, progress);
  }

  public Runner runner() {
    return runner;
  }

  public Sandbox sandbox() {
    return sandbox;
  }

  public BridgeProcess bridge() {
    return bridge;
  }

  public EmbeddedDatabase database() {
    return database;
  }

  /** The product's database in {@link #database()}. */
  public String databaseName() {
    return DATABASE;
  }

  /** Vendors that are not stand-ins. */
  List<String> realVendors() {
    return realVendors;
  }

  @Override
  public void close() {
    var failure = new IllegalStateException("The product did not stop cleanly");
    closeAll(failure);
    if (failure.getSuppressed().length > 0) {
      throw failure;
    }
  }

  private RunnerBuilder runner(Settings settings, Ports ports, VendorSettings vendors)
      throws IOException {
    var builder =
        Runner.builder()
            .template(settings.root().resolve("template.yaml"))
            .dashboard(settings.root().resolve("dashboard/dist"))
            .dataFolder(settings.data())
            .port(ports.app())
            .awsPort(ports.aws())
            .queuePort(ports.queues())
            .parameter("Stage", "local")
            .parameter("DomainName", "localhost")
            .parameter("CertificateArn", "local")
            .firstSecret(SECRETS_PREFIX + "jwt", Product::signingKeys)
            .setting("DB_URL", database.url(DATABASE))
            .setting("DB_DIRECT_URL", database.url(DATABASE))
            .setting("DB_PASSWORD", EmbeddedDatabase.PASSWORD)
            .setting("WEBHOOK_PRIVATE_HOSTS", "localhost:" + sandbox.uri().getPort());
    builder.setting(
        "MEDIA_URL",
        settings
            .shell()
            .find("HEKAX_MEDIA_URL")
            .orElse("ws://localhost:%d/media".formatted(ports.bridge())));
    vendors.functions().forEach(builder::setting);
    vendors.secrets().forEach((name, value) -> builder.secret(SECRETS_PREFIX + name, value));
    settings.shell().find("HEKAX_CHECK").ifPresent(which -> asProcesses(builder, which));
    settings.shell().find("HEKAX_PUBLIC_URL").ifPresent(url -> builder.setting("PUBLIC_URL", url));
    return settings.change().apply(builder);
  }

  /** Made at the first start and kept, so sessions outlive a restart. */
  private static String signingKeys() {
    return Json.write(SigningKeySet.of(SigningKey.create(Instant.now())));
  }

  /**
   * {@code HEKAX_CHECK=processes} runs every function with its own jar and layers alone, {@code
   * HEKAX_CHECK=GetMeFunction,ListLeadsFunction} those: a dependency that a layer lacks is found.
   */
  private static void asProcesses(RunnerBuilder builder, String which) {
    if (which.equals("processes")) {
      builder.allAsProcesses();
    } else {
      builder.asProcesses(Set.of(which.split(",", -1)));
    }
  }

  private BridgeProcess bridge(Settings settings, Ports ports, VendorSettings vendors)
      throws IOException, InterruptedException {
    var environment = new HashMap<>(vendors.bridge());
    environment.put(
        "HEKAX_BACKEND_URL",
        settings.shell().find("HEKAX_BACKEND_URL").orElse(runner.baseUri().toString()));
    environment.put("STAGE", "local");
    environment.put("SERVICE", "media-bridge");
    return BridgeProcess.start(settings.root(), settings.data(), ports.bridge(), environment);
  }

  /**
   * The numbers are told where to go, and their fallback documents are there from the beginning.
   */
  private void connectNumbers(VendorSettings vendors, String publicUrl) throws SQLException {
    var published = runner.fireSchedule("PublishFallbackDocumentsFunction");
    if (!(published instanceof InvocationResult.Success)) {
      throw new StartException("The fallback documents could not be published: " + published);
    }
    var fallbacks = new FallbackAddresses(database.superuser(DATABASE)).read();
    sandbox.twilio().connect(vendors.twilio(), publicUrl, NumberSettings.of(publicUrl, fallbacks));
  }

  /** What the functions take their address to be, and so what is signed. */
  private String publicUrl(Settings settings) {
    return settings.shell().find("HEKAX_PUBLIC_URL").orElse(runner.baseUri().toString());
  }

  /** The console is for people; what functions and libraries log goes to a file. */
  private static void logTo(Path file) throws IOException {
    var writer =
        new PrintWriter(
            Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            true);
    Log.to(writer::println);
    LibraryLog.install();
  }

  private <T extends AutoCloseable> T opened(T closeable) {
    opened.push(closeable);
    return closeable;
  }

  private void closeAll(Throwable reason) {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception failed) {
        reason.addSuppressed(failed);
      }
    }
  }
}
