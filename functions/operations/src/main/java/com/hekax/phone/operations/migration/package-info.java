/** The database's schema as a resource of CloudFormation. */
@NullMarked
package com.hekax.phone.operations.migration;

import org.jspecify.annotations.NullMarked;
