/**
 * Numbers of people with what they count, on which basis, and who claims them.
 *
 * <p>Start with {@code Figures#find}.
 */
@NullMarked
package org.homeward.record.figure;

import org.jspecify.annotations.NullMarked;
