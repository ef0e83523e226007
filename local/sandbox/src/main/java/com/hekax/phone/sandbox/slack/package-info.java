/**
 * A stand-in for Slack: OAuth v2 with and without token rotation, the methods of the Web API that
 * an app needs to write to a channel, and incoming webhooks (docs.slack.dev, read 2026-11-22).
 */
@NullMarked
package com.hekax.phone.sandbox.slack;

import org.jspecify.annotations.NullMarked;
