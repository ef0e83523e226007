package com.hekax.phone.bridge.edge;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;

/** Writes to WebSockets; what goes wrong closes the socket, and that is seen there. */
final class Sockets {
  private Sockets() {}

  /** Writes a text frame, to be flushed with others. */
  static void write(Channel channel, String text) {
    var bytes = ByteBufUtil.writeUtf8(channel.alloc(), text);
    var _ =
        channel
            .write(new TextWebSocketFrame(bytes))
            .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
  }

  static void ping(Channel channel) {
    var _ = channel.writeAndFlush(new PingWebSocketFrame());
  }

  /** Says why, and closes. */
  static void close(Channel channel, int code, String reason) {
    var _ =
        channel
            .writeAndFlush(new CloseWebSocketFrame(code, reason))
            .addListener(ChannelFutureListener.CLOSE);
  }
}
