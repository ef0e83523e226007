/** Functions as processes of their own, to check what they are packaged with. */
@NullMarked
package com.hekax.phone.runner.process;

import org.jspecify.annotations.NullMarked;
