/**
 * Rounds and days of talks, and what was agreed or demanded, as the text words it.
 *
 * <p>Start with {@code Clauses#find}.
 */
@NullMarked
package org.homeward.record.talks;

import org.jspecify.annotations.NullMarked;
