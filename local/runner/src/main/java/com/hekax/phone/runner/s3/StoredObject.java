package com.hekax.phone.runner.s3;

import java.time.Instant;
import java.util.Map;

/**
 * What is kept beside the bytes of an object.
 *
 * @param headers content type and what else the writer wants readers to see
 */
record StoredObject(
    String key, long size, String etag, Instant modified, Map<String, String> headers) {}
