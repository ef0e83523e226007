/** CRM: what callers want, in the system where the business keeps its customers. */
@NullMarked
package com.hekax.phone.crm;

import org.jspecify.annotations.NullMarked;
