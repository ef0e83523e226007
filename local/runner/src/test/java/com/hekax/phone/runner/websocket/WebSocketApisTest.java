package com.hekax.phone.runner.websocket;

import static com.hekax.phone.runner.TestProduct.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hekax.phone.runner.Runner;
import com.hekax.phone.runner.TestProduct;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // started before all tests
class WebSocketApisTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private TestProduct product;
  private Runner runner;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    product = TestProduct.in(folder);
    runner =
        product
            .runner()
            .socketLimits(
                new SocketLimits(Duration.ofSeconds(2), Duration.ofMinutes(1), 128 * 1024))
            .start();
  }

  @AfterAll
  void stop() {
    http.shutdownNow();
    runner.close();
  }

  @Test
  void a_client_with_a_good_ticket_is_let_in_and_reached_through_the_management_API()
      throws Exception {
    var client = new Client();
    var socket = connect("good", client);
    socket.sendText("{\"action\":\"subscribe\"}", true).join();
    socket.sendText("{\"action\":\"unknown\"}", true).join();
    socket.sendText("no json", true).join();

    assertThat(client.next()).isEqualTo("subscribe:{\"action\":\"subscribe\"}");
    assertThat(client.next()).isEqualTo("$default:{\"action\":\"unknown\"}");
    assertThat(client.next()).isEqualTo("$default:no json");
    socket.abort();
  }

  @Test
  void a_client_with_a_bad_ticket_gets_the_status_that_connect_chose() {
    assertThatThrownBy(() -> connect("bad", new Client()))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(401));
  }

  @Test
  void disconnect_is_told_of_a_close_and_of_a_client_that_vanished() throws Exception {
    connect("good", new Client()).sendClose(4001, "enough").join();
    await(() -> product.recorded().contains("\"disconnectStatusCode\":4001"));

    connect("good", new Client()).abort();
    await(() -> product.recorded().contains("\"disconnectStatusCode\":1006"));
  }

  @Test
  void a_silent_client_is_closed_and_a_ping_counts_as_a_word() throws Exception {
    var silent = new Client();
    connect("good", silent);
    var alive = new Client();
    var socket = connect("good", alive);
    for (var ping = 0; ping < 6; ping++) {
      Thread.sleep(500);
      socket.sendPing(ByteBuffer.wrap(new byte[] {1})).join();
    }

    assertThat(silent.next()).isEqualTo("closed 1001");
    assertThat(alive.next()).isEqualTo("pong");
    assertThat(socket.isInputClosed()).isFalse();
    socket.abort();
  }

  @Test
  void too_large_frames_and_messages_end_the_connection() throws Exception {
    assertThat(closeCodeAfterOneFrameOf(33 * 1024)).isEqualTo(1009);

    var message = new Client();
    var socket = connect("good", message);
    for (var part = 0; part < 9; part++) {
      try {
        socket.sendText("x".repeat(16 * 1024), part == 8).join();
      } catch (CompletionException closedMeanwhile) {
        break;
      }
    }
    assertThat(message.next()).isEqualTo("closed 1009");
  }

  @Test
  void a_message_to_a_connection_that_is_gone_is_answered_410() throws Exception {
    var url =
        runner.awsEndpoint() + "/_websocket/hekaxlocalliveapi/live/@connections/L0SM9cOFvHcCIhw%3D";
    var post = HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.ofString("hello"));

    var response = http.send(post.build(), BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(410);
    assertThat(response.headers().firstValue("x-amzn-errortype")).hasValue("GoneException");
  }

  private WebSocket connect(String ticket, Client client) {
    var base = URI.create(runner.baseUri().toString().replaceFirst("http", "ws"));
    return http.newWebSocketBuilder()
        .buildAsync(URI.create(base + "/live?ticket=" + ticket), client)
        .join();
  }

  /** By hand, because the JDK's client never sends a frame of more than 16 KB. */
  private int closeCodeAfterOneFrameOf(int bytes) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), runner.baseUri().getPort())) {
      var output = new DataOutputStream(socket.getOutputStream());
      output.writeBytes(
          """
          GET /live?ticket=good HTTP/1.1\r
          Host: localhost\r
          Connection: Upgrade\r
          Upgrade: websocket\r
          Sec-WebSocket-Version: 13\r
          Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
          \r
          """);
      var input = new DataInputStream(socket.getInputStream());
      var response = new StringBuilder();
      while (response.indexOf("\r\n\r\n") < 0) {
        response.append((char) input.readUnsignedByte());
      }
      assertThat(response).startsWith("HTTP/1.1 101");
      // Final text frame, masked with zeros, its length in eight bytes.
      output.writeByte(0x81);
      output.writeByte(0xff);
      output.writeLong(bytes);
      output.writeInt(0);
      output.flush();
      assertThat(input.readUnsignedByte()).isEqualTo(0x88);
      input.readUnsignedByte();
      return input.readUnsignedShort();
    }
  }

  /** Collects what the server says. */
  private static final class Client implements WebSocket.Listener {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    String next() throws InterruptedException {
      var word = heard.poll(10, TimeUnit.SECONDS);
      return word == null ? "nothing" : word;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      heard.add(data.toString());
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
      heard.add("pong");
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      heard.add("closed " + status);
      return null;
    }
  }
}
