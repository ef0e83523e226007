/**
 * What operations alone asks of AWS: the functions of this deployment, and the owner's password.
 */
@NullMarked
package com.hekax.phone.operations.aws;

import org.jspecify.annotations.NullMarked;
