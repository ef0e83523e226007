/** Files of the product in buckets. */
@NullMarked
package com.hekax.phone.platform.objects;

import org.jspecify.annotations.NullMarked;
