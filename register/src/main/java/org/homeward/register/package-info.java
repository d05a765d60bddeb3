/** A register file that we did not make: read it, say what was seen, give rows with a verdict each. */
@NullMarked
package org.homeward.register;

import org.jspecify.annotations.NullMarked;
