package com.hekax.phone.bridge.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.bridge.Settings;
import com.hekax.phone.bridge.backend.FakeBackEnd;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key of the model is told to nobody else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelTlsTest {
  private static final String PASSWORD = "changeit";
  private static final String TRUSTED = "javax.net.ssl.trustStore";
  private static final String TRUSTED_PASSWORD = "javax.net.ssl.trustStorePassword";

  @TempDir Path folder;
  private FakeBackEnd backEnd;

  @BeforeEach
  void startBackEnd() throws Exception {
    backEnd = new FakeBackEnd();
  }

  @AfterEach
  void stopBackEnd() {
    System.clearProperty(TRUSTED);
    System.clearProperty(TRUSTED_PASSWORD);
    backEnd.close();
  }

  private MediaBridge bridgeTo(FakeModel model) throws InterruptedException {
    return MediaBridge.start(
        new Settings(
            0, model.address(), "sk-test", "model-1", backEnd.origin(), "media-bridge", "test", 2));
  }

  @Test
  void given_a_certificate_that_somebody_vouches_for_then_the_model_is_talked_to()
      throws Exception {
    var store = certificateFor("localhost");
    trust(store);
    try (var model = new FakeModel(Optional.of(tls(store)));
        var bridge = bridgeTo(model)) {
      FakeTwilio.start(bridge.port());
      var session = model.next();

      BridgeTest.eventually(
          "greeting asked for", () -> session.events("response.create").size() == 1);
    }
  }

  @Test
  void given_a_certificate_that_nobody_vouches_for_then_the_caller_is_sent_on() throws Exception {
    expectRefused(certificateFor("localhost"));
  }

  @Test
  void given_a_certificate_of_another_host_then_the_caller_is_sent_on() throws Exception {
    var store = certificateFor("other.example");
    trust(store);

    expectRefused(store);
  }

  private void expectRefused(Path store) throws Exception {
    try (var model = new FakeModel(Optional.of(tls(store)));
        var bridge = bridgeTo(model)) {
      FakeTwilio.start(bridge.port());

      BridgeTest.eventually("sent on", () -> backEnd.asked("/api/bridge/redirects").size() == 1);
      assertThat(model.sessions).isEmpty();
    }
  }

  private static void trust(Path store) {
    System.setProperty(TRUSTED, store.toString());
    System.setProperty(TRUSTED_PASSWORD, PASSWORD);
  }

  private static SslContext tls(Path store) throws Exception {
    var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    return SslContextBuilder.forServer(managers).build();
  }

  /** A certificate that vouches for itself, made by the JDK's own tool. */
  private Path certificateFor(String host) throws Exception {
    var store = folder.resolve(host + ".p12");
    var log = folder.resolve("keytool.log");
    var made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    assertThat(made).as(Files.readString(log)).isZero();
    return store;
  }
}
