package com.hekax.phone.bridge.edge;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

/** Answers HTTP: whether the process lives, whether it takes calls, and who may open a stream. */
final class Entrance extends SimpleChannelInboundHandler<FullHttpRequest> {
  static final String MEDIA = "/media";

  private final Calls calls;

  Entrance(Calls calls) {
    this.calls = calls;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    if (!request.decoderResult().isSuccess()) {
      answer(context, HttpResponseStatus.BAD_REQUEST);
      return;
    }
    switch (request.uri()) {
      case "/live" -> answer(context, HttpResponseStatus.OK);
      case "/ready" ->
          answer(
              context,
              calls.takesCalls() ? HttpResponseStatus.OK : HttpResponseStatus.SERVICE_UNAVAILABLE);
      case MEDIA -> open(context, request);
      default -> answer(context, HttpResponseStatus.NOT_FOUND);
    }
  }

  private void open(ChannelHandlerContext context, FullHttpRequest request) {
    boolean upgrade =
        request.method().equals(HttpMethod.GET)
            && request
                .headers()
                .contains(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
    if (!upgrade) {
      answer(context, HttpResponseStatus.UPGRADE_REQUIRED);
    } else if (!calls.enter()) {
      answer(context, HttpResponseStatus.SERVICE_UNAVAILABLE);
    } else {
      var _ = context.channel().closeFuture().addListener(_ -> calls.leave());
      // Whatever follows the upgrade on this connection is no HTTP.
      context.fireChannelRead(request.retain());
      context.pipeline().remove(this);
    }
  }

  private static void answer(ChannelHandlerContext context, HttpResponseStatus status) {
    var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER);
    response.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
    response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    var _ = context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var _ = context.close();
  }
}
