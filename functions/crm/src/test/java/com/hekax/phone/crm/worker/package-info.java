@NullMarked
package com.hekax.phone.crm.worker;

import org.jspecify.annotations.NullMarked;
