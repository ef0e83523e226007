@NullMarked
package com.hekax.phone.crm.job;

import org.jspecify.annotations.NullMarked;
