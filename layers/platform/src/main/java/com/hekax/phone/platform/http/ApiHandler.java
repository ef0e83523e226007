package com.hekax.phone.platform.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.hekax.phone.platform.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * One route, one class, one function. A handler reads the request, asks its domain one question and
 * shapes the answer; who may ask, what a request looks like and how errors are told is settled here
 * for all of them.
 *
 * <p>Not generic: Lambda's loader reads type arguments of the interfaces it finds.
 */
public abstract class ApiHandler implements RequestStreamHandler {
  private final RoutePipeline pipeline = RoutePipeline.of(getClass(), Platform.current());

  /** Answers the request, or throws a {@link com.hekax.phone.platform.problems.Problem}. */
  protected abstract ApiResponse handle(ApiRequest request);

  /**
   * Whether the request is from whom it says, for routes whose callers sign it themselves. Asked
   * before the request is compared with the API document, and a refusal has no word: who forges a
   * request does not learn what was wrong with it.
   */
  protected boolean isGenuine(ApiRequest request) {
    return true;
  }

  @Override
  public final void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    output.write(pipeline.answer(input.readAllBytes(), context, this));
  }
}
