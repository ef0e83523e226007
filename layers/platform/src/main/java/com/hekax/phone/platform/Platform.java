package com.hekax.phone.platform;

import com.hekax.phone.platform.aws.AwsClients;
import com.hekax.phone.platform.crypto.Envelope;
import com.hekax.phone.platform.crypto.LinkCodes;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.db.DatabaseSettings;
import com.hekax.phone.platform.db.SystemDatabase;
import com.hekax.phone.platform.entitlements.Entitlements;
import com.hekax.phone.platform.events.EventBus;
import com.hekax.phone.platform.events.Outbox;
import com.hekax.phone.platform.events.OutboxRelay;
import com.hekax.phone.platform.objects.ObjectStore;
import com.hekax.phone.platform.priming.Priming;
import com.hekax.phone.platform.queues.Deliveries;
import com.hekax.phone.platform.secrets.CachedSecrets;
import com.hekax.phone.platform.secrets.Secrets;
import com.hekax.phone.platform.telemetry.LibraryLog;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The platform's objects of one execution environment, wired by hand and made when first asked for.
 * Nothing here connects to anything before a request needs it, so a snapshot holds no connection.
 */
public final class Platform implements AutoCloseable {
  private static final Map<Env, Platform> BY_ENV = new HashMap<>();

  private final Env env;
  private final String service;

  /**
   * Milliseconds: what the database keeps, what JSON shows and what a test compares are then the
   * same.
   */
  private final InstantSource clock = () -> Instant.now().truncatedTo(ChronoUnit.MILLIS);

  private final AwsClients aws;
  private final Secrets secrets;
  private final Database database;
  private final SystemDatabase systemDatabase;
  private final EventBus bus;
  private final Envelope envelope;

  private Platform(Env env) {
    this.env = env;
    this.service = env.get("SERVICE");
    this.aws = new AwsClients(env);
    this.secrets = CachedSecrets.of(env, aws);
    var settings = databaseSettings(env, aws);
    this.database = new Database(settings);
    this.systemDatabase = new SystemDatabase(settings);
    this.bus = new EventBus(aws::events, env.get("EVENT_BUS_NAME"));
    this.envelope = Envelope.of(env, aws);
    LibraryLog.install(env);
    var priming = Priming.of(env);
    priming.prime("a connection to the database", database::connect);
    priming.forget("connections to the database", this::close);
  }

  /**
   * The objects for the settings of the function being constructed; the same ones for the same
   * settings.
   */
  public static Platform current() {
    var env = Env.current();
    synchronized (BY_ENV) {
      return BY_ENV.computeIfAbsent(env, Platform::new);
    }
  }

  /** Lets go of what an environment held, when the local runner ends it. */
  public static void close(Env env) {
    Platform platform;
    synchronized (BY_ENV) {
      platform = BY_ENV.remove(env);
    }
    if (platform != null) {
      platform.close();
    }
  }

  /** How to sign in: with the password that is set, or with a token of IAM for each connection. */
  private static DatabaseSettings databaseSettings(Env env, AwsClients aws) {
    var url = env.get("DB_URL");
    var address = DatabaseSettings.address(url);
    return new DatabaseSettings(
        url,
        env.find("DB_PASSWORD")
            .<UnaryOperator<String>>map(password -> _ -> password)
            .orElseGet(
                () -> user -> aws.rdsToken().create(address.getHost(), address.getPort(), user)));
  }

  public Env env() {
    return env;
  }

  /** The domain this function belongs to. */
  public String service() {
    return service;
  }

  public InstantSource clock() {
    return clock;
  }

  public AwsClients aws() {
    return aws;
  }

  public Secrets secrets() {
    return secrets;
  }

  /** Seals what an organization entrusts to us, such as tokens of its other accounts. */
  public Envelope envelope() {
    return envelope;
  }

  /** The codes in links that people are sent. */
  public LinkCodes linkCodes() {
    return new LinkCodes(secrets);
  }

  public Database database() {
    return database;
  }

  /** Only for what must cross organizations; the architecture tests list who asks. */
  public SystemDatabase systemDatabase() {
    return systemDatabase;
  }

  public Outbox outbox() {
    return new Outbox(database, bus, service, clock);
  }

  public OutboxRelay outboxRelay() {
    return new OutboxRelay(systemDatabase, bus, clock);
  }

  public Deliveries deliveries() {
    return new Deliveries(database, systemDatabase, clock);
  }

  /** The texts in a bucket. */
  public ObjectStore objects(String bucket) {
    return new ObjectStore(aws::objects, bucket);
  }

  public Entitlements entitlements() {
    return new Entitlements(database);
  }

  @Override
  public void close() {
    database.close();
    systemDatabase.close();
  }
}
