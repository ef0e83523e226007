/** SQS: the queues of the template and the pollers that feed functions from them. */
@NullMarked
package com.hekax.phone.runner.queues;

import org.jspecify.annotations.NullMarked;
