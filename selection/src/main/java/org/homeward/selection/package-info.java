/** From agreed terms and matched persons to balanced, explained, checkable lists. */
@NullMarked
package org.homeward.selection;

import org.jspecify.annotations.NullMarked;
