/** Commands of the public record: draft, exchanges. */
@NullMarked
package org.homeward.cli.record;

import org.jspecify.annotations.NullMarked;
