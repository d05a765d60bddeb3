/**
 * Days, months and lengths of time as the text words them, resolved against the day of publication.
 *
 * <p>Start with {@code TimeFinder#find}.
 */
@NullMarked
package org.homeward.record.time;

import org.jspecify.annotations.NullMarked;
