/**
 * The public record as pages: an article becomes a draft, a person confirms or rejects each entry of it, and what was confirmed is
 * compared. It never feeds a list, a count or a match. Start with {@link org.homeward.node.record.RecordDesk}.
 */
@NullMarked
package org.homeward.node.record;

import org.jspecify.annotations.NullMarked;
