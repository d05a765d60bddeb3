/**
 * All that is read from one article, to be confirmed by a person.
 *
 * <p>Start with {@code Draft#of}.
 */
@NullMarked
package org.homeward.record.draft;

import org.jspecify.annotations.NullMarked;
