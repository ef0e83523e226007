package com.hekax.phone.bridge.edge;

import com.hekax.phone.bridge.Settings;
import com.hekax.phone.bridge.backend.BackEnd;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.timeout.IdleStateHandler;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The server that Twilio's media streams connect to. */
public final class MediaBridge implements AutoCloseable {
  private static final int LARGEST_REQUEST = 16 * 1024;
  private static final int LARGEST_FRAME = 64 * 1024;
  private static final int STREAM_SILENT_SECONDS = 30;
  private static final int HANDSHAKE_WITHIN_MS = 5_000;

  /** What Twilio has not read; above it no more is read from the model. */
  private static final WriteBufferWaterMark OUTGOING =
      new WriteBufferWaterMark(512 * 1024, 1024 * 1024);

  private final EventLoopGroup loops;
  private final Channel channel;
  private final Calls calls;

  private MediaBridge(EventLoopGroup loops, Channel channel, Calls calls) {
    this.loops = loops;
    this.channel = channel;
    this.calls = calls;
  }

  /** Begins to take calls. */
  public static MediaBridge start(Settings settings) throws InterruptedException {
    var calls = new Calls(settings.maxCalls());
    var surroundings =
        new Surroundings(
            new BackEnd(settings.backEnd()),
            new ModelAddress(settings.model(), settings.modelKey()),
            new HostNames(),
            settings.firstModel());
    var loops = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
    var bound =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_REUSEADDR, true)
            .option(ChannelOption.SO_BACKLOG, 256)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, OUTGOING)
            .childHandler(new Pipeline(calls, surroundings))
            .bind(settings.port())
            .sync();
    return new MediaBridge(loops, bound.channel(), calls);
  }

  public int port() {
    return ((InetSocketAddress) channel.localAddress()).getPort();
  }

  /** How many streams are open. */
  public int activeCalls() {
    return calls.active();
  }

  /**
   * Takes no more calls and waits for those there are.
   *
   * @param patience after this they are ended
   */
  public void drain(Duration patience) throws InterruptedException {
    calls.drain(patience, Duration.ofSeconds(10));
  }

  @Override
  public void close() {
    channel.close().awaitUninterruptibly();
    loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  private static final class Pipeline extends ChannelInitializer<SocketChannel> {
    private static final WebSocketServerProtocolConfig CONFIGURATION =
        WebSocketServerProtocolConfig.newBuilder()
            .websocketPath(Entrance.MEDIA)
            .checkStartsWith(false)
            .allowExtensions(false) // Twilio's sockets break when frames are compressed
            .maxFramePayloadLength(LARGEST_FRAME)
            .handshakeTimeoutMillis(HANDSHAKE_WITHIN_MS)
            .build();

    private final Calls calls;
    private final Surroundings surroundings;

    Pipeline(Calls calls, Surroundings surroundings) {
      this.calls = calls;
      this.surroundings = surroundings;
    }

    @Override
    protected void initChannel(SocketChannel socket) {
      socket
          .pipeline()
          .addLast(
              new IdleStateHandler(STREAM_SILENT_SECONDS, 0, 0),
              new HttpServerCodec(),
              new HttpObjectAggregator(LARGEST_REQUEST),
              new Entrance(calls),
              new WebSocketServerProtocolHandler(CONFIGURATION),
              new WebSocketFrameAggregator(LARGEST_FRAME),
              new StreamSocket(calls, surroundings));
    }
  }
}
