/** The AWS services behind our own words: clients, credentials and database tokens. */
@NullMarked
package com.hekax.phone.platform.aws;

import org.jspecify.annotations.NullMarked;
