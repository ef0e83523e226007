package com.hekax.phone.bridge.edge;

import com.hekax.phone.bridge.backend.Upgrade;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import io.netty.handler.timeout.IdleStateEvent;
import java.util.Optional;

/** Twilio's end of a call: a WebSocket that was opened to us. */
final class StreamSocket extends SimpleChannelInboundHandler<WebSocketFrame> {
  private static final String SIGNATURE = "X-Twilio-Signature";

  private final Calls calls;
  private final Surroundings surroundings;
  private Optional<LiveCall> call = Optional.empty();

  StreamSocket(Calls calls, Surroundings surroundings) {
    this.calls = calls;
    this.surroundings = surroundings;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof HandshakeComplete opened) {
      var signature = Optional.ofNullable(opened.requestHeaders().get(SIGNATURE)).orElse("");
      var upgrade = new Upgrade(opened.requestUri(), signature);
      var begun = new LiveCall(context.channel(), upgrade, surroundings);
      call = Optional.of(begun);
      calls.add(begun);
      begun.begin();
    } else if (event instanceof IdleStateEvent) {
      // Twilio sends fifty frames a second, silence too: the network is gone.
      var _ = context.close();
    }
    context.fireUserEventTriggered(event);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    if (frame instanceof TextWebSocketFrame text) {
      call.ifPresent(live -> live.streamFrame(text.text()));
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    call.ifPresent(LiveCall::flush);
    context.fireChannelReadComplete();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    call.ifPresent(live -> live.streamKeepsUp(context.channel().isWritable()));
    context.fireChannelWritabilityChanged();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    call.ifPresent(LiveCall::streamLost);
    context.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var status =
        switch (cause) {
          case CorruptedWebSocketFrameException broken -> broken.closeStatus();
          case TooLongFrameException _ -> WebSocketCloseStatus.MESSAGE_TOO_BIG;
          default -> WebSocketCloseStatus.INTERNAL_SERVER_ERROR;
        };
    Sockets.close(context.channel(), status.code(), status.reasonText());
  }
}
