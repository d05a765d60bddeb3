/** Commands of the public record: draft, confirm, list, conflicts, exchanges. */
@NullMarked
package org.homeward.cli.record;

import org.jspecify.annotations.NullMarked;
