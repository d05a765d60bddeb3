/**
 * From a press article to a draft of attributed statements, every field tied to its span of text.
 *
 * <p>Uses no other module, and nothing here feeds a list, a count or a match. Start with {@link
 * org.homeward.record.Article#read}, then {@link org.homeward.record.Statements#draft}.
 */
@NullMarked
package org.homeward.record;

import org.jspecify.annotations.NullMarked;
