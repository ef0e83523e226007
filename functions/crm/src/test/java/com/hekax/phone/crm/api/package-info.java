@NullMarked
package com.hekax.phone.crm.api;

import org.jspecify.annotations.NullMarked;
