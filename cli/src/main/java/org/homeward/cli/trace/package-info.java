/** The trace command: links two registers that we did not make. */
@NullMarked
package org.homeward.cli.trace;

import org.jspecify.annotations.NullMarked;
