package com.hekax.phone.bridge.edge;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.net.URI;

/** One WebSocket to the model, on the event loop of its call. */
final class ModelSocket extends SimpleChannelInboundHandler<TextWebSocketFrame> {
  /** The core gives up after four seconds; this only makes sure that nothing stays behind. */
  private static final int CONNECT_WITHIN_MS = 5_000;

  private static final int LARGEST_EVENT = 16 * 1024 * 1024;
  private static final int LARGEST_ANSWER = 64 * 1024;

  /** About ten seconds of a caller's audio. */
  private static final WriteBufferWaterMark OUTGOING =
      new WriteBufferWaterMark(64 * 1024, 128 * 1024);

  private final ModelListener listener;
  private final Channel channel;
  private int refusedWith;
  private boolean open;
  private boolean over;

  private ModelSocket(
      EventLoop loop, HostNames names, ModelAddress address, String model, ModelListener listener) {
    this.listener = listener;
    var connecting =
        new Bootstrap()
            .group(loop)
            .channel(NioSocketChannel.class)
            .resolver(names)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_WITHIN_MS)
            .option(ChannelOption.WRITE_BUFFER_WATER_MARK, OUTGOING)
            .handler(new Pipeline(address, address.of(model)))
            .connect(address.host(), address.port());
    channel = connecting.channel();
    connecting.addListener(
        (ChannelFuture done) -> {
          if (!done.isSuccess()) {
            ended();
          }
        });
  }

  static ModelSocket open(
      EventLoop loop, HostNames names, ModelAddress address, String model, ModelListener listener) {
    return new ModelSocket(loop, names, address, model, listener);
  }

  /** Writes an event, to be flushed with others; it is dropped while there is no session. */
  void write(String json) {
    if (open) {
      Sockets.write(channel, json);
    }
  }

  /** Writes an event that is worth nothing later: it is dropped if the model does not keep up. */
  void writeIfItKeepsUp(String json) {
    if (channel.isWritable()) {
      write(json);
    }
  }

  void flush() {
    // Before the socket is open there is nothing to flush but TLS's first message, which is lost
    // when it is flushed before the connection exists.
    if (open) {
      channel.flush();
    }
  }

  void ping() {
    if (open) {
      Sockets.ping(channel);
    }
  }

  /** Whether events are read from the network; what is not read waits at the model. */
  void read(boolean reads) {
    channel.config().setAutoRead(reads);
  }

  /** Closes it; nothing more is heard of it. */
  void close() {
    over = true;
    if (open) {
      Sockets.close(channel, 1000, "");
    } else {
      var _ = channel.close();
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
    if (!over) {
      listener.event(this, frame.text());
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (!over) {
      listener.pause();
    }
    context.fireChannelReadComplete();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
      open = true;
    }
    context.fireUserEventTriggered(event);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof WebSocketClientHandshakeException refused && refused.response() != null) {
      refusedWith = refused.response().status().code();
    }
    var _ = context.close();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    ended();
    context.fireChannelInactive();
  }

  private void ended() {
    if (over) {
      return;
    }
    over = true;
    if (open) {
      listener.lost(this);
    } else {
      listener.refused(this, refusedWith);
    }
  }

  private final class Pipeline extends ChannelInitializer<SocketChannel> {
    private final ModelAddress address;
    private final URI uri;

    Pipeline(ModelAddress address, URI uri) {
      this.address = address;
      this.uri = uri;
    }

    @Override
    protected void initChannel(SocketChannel socket) {
      var pipeline = socket.pipeline();
      address
          .tls()
          .ifPresent(
              tls ->
                  pipeline.addLast(tls.newHandler(socket.alloc(), address.host(), address.port())));
      pipeline.addLast(
          new HttpClientCodec(),
          new HttpObjectAggregator(LARGEST_ANSWER),
          new WebSocketClientProtocolHandler(configuration()),
          new WebSocketFrameAggregator(LARGEST_EVENT),
          ModelSocket.this);
    }

    private WebSocketClientProtocolConfig configuration() {
      return WebSocketClientProtocolConfig.newBuilder()
          .webSocketUri(uri)
          .version(WebSocketVersion.V13)
          .allowExtensions(false)
          .customHeaders(headers())
          .maxFramePayloadLength(LARGEST_EVENT)
          .handshakeTimeoutMillis(CONNECT_WITHIN_MS)
          .build();
    }

    private HttpHeaders headers() {
      return new DefaultHttpHeaders()
          .set(HttpHeaderNames.AUTHORIZATION, address.authorization())
          .set(HttpHeaderNames.USER_AGENT, "HEKAX-Phone-Bridge/1.0");
    }
  }
}
