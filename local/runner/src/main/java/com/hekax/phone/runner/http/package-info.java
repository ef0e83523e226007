/** What stands before the functions: CloudFront and the HTTP APIs. */
@NullMarked
package com.hekax.phone.runner.http;

import org.jspecify.annotations.NullMarked;
