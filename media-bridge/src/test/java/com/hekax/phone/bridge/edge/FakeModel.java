package com.hekax.phone.bridge.edge;

import com.hekax.phone.bridge.json.JsonObject;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The model: sockets to it, what arrives on them, and what a test lets it say. */
final class FakeModel implements AutoCloseable {
  private static final String MULAW = "{\"format\":{\"type\":\"audio/pcmu\"}}";

  /** One socket to the model. */
  static final class Session {
    final String uri;
    final HttpHeaders headers;
    private final Channel channel;
    final List<JsonObject> events = new CopyOnWriteArrayList<>();

    Session(Channel channel, String uri, HttpHeaders headers) {
      this.channel = channel;
      this.uri = uri;
      this.headers = headers;
    }

    /** Sends an event. */
    void say(String json) {
      channel.writeAndFlush(new TextWebSocketFrame(json)).syncUninterruptibly();
    }

    /** Breaks the connection. */
    void drop() {
      channel.close().syncUninterruptibly();
    }

    boolean isOpen() {
      return channel.isActive();
    }

    /** The events of this type so far. */
    List<JsonObject> events(String type) {
      return events.stream().filter(event -> event.text("type").equals(type)).toList();
    }
  }

  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Channel server;
  private final BlockingQueue<Session> opened = new LinkedBlockingQueue<>();
  private final Queue<HttpResponseStatus> refusals = new ConcurrentLinkedQueue<>();
  final List<Session> sessions = new CopyOnWriteArrayList<>();
  volatile boolean takesSettings = true;

  private final Optional<SslContext> tls;

  FakeModel() throws InterruptedException {
    this(Optional.empty());
  }

  /** One that speaks TLS, if so. */
  FakeModel(Optional<SslContext> tls) throws InterruptedException {
    this.tls = tls;
    server =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childHandler(new Pipeline())
            .bind("localhost", 0)
            .sync()
            .channel();
  }

  URI address() {
    var port = ((InetSocketAddress) server.localAddress()).getPort();
    return URI.create((tls.isPresent() ? "wss" : "ws") + "://localhost:" + port + "/v1/realtime");
  }

  /** The next socket is answered with this status. */
  void refuseNext(int status) {
    refusals.add(HttpResponseStatus.valueOf(status));
  }

  /** The next socket that was opened. */
  Session next() throws InterruptedException {
    var session = opened.poll(5, TimeUnit.SECONDS);
    if (session == null) {
      throw new AssertionError("No socket to the model was opened");
    }
    return session;
  }

  @Override
  public void close() {
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private final class Pipeline extends ChannelInitializer<SocketChannel> {
    @Override
    protected void initChannel(SocketChannel socket) {
      tls.ifPresent(context -> socket.pipeline().addLast(context.newHandler(socket.alloc())));
      socket
          .pipeline()
          .addLast(
              new HttpServerCodec(),
              new HttpObjectAggregator(64 * 1024),
              new Door(),
              new WebSocketServerProtocolHandler("/v1/realtime", null, false, 1 << 24, false, true),
              new Ear());
    }
  }

  private final class Door extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      var refusal = message instanceof FullHttpRequest ? refusals.poll() : null;
      if (refusal == null) {
        context.fireChannelRead(message);
        return;
      }
      ReferenceCountUtil.release(message);
      var response =
          new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, refusal, Unpooled.EMPTY_BUFFER);
      var _ = context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
  }

  private final class Ear extends SimpleChannelInboundHandler<TextWebSocketFrame> {
    private Optional<Session> session = Optional.empty();

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (event instanceof WebSocketServerProtocolHandler.HandshakeComplete complete) {
        var begun =
            new Session(context.channel(), complete.requestUri(), complete.requestHeaders());
        session = Optional.of(begun);
        sessions.add(begun);
        opened.add(begun);
        say(context, "{\"type\":\"session.created\",\"session\":{\"id\":\"sess_1\"}}");
      }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
      var event = JsonObject.parse(frame.text()).orElseThrow();
      session.orElseThrow().events.add(event);
      if (event.text("type").equals("session.update") && takesSettings) {
        say(
            context,
            "{\"type\":\"session.updated\",\"session\":{\"audio\":{\"input\":%s,\"output\":%s}}}"
                .formatted(MULAW, MULAW));
      }
    }

    private void say(ChannelHandlerContext context, String json) {
      var _ = context.writeAndFlush(new TextWebSocketFrame(json));
    }
  }
}
