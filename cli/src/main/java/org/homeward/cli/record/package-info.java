/** Commands of the public record: draft, add, confirm, exchanges. */
@NullMarked
package org.homeward.cli.record;

import org.jspecify.annotations.NullMarked;
