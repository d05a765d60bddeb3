/**
 * What the press reports, as a person has confirmed it: an append-only file whose lines are chained by their hashes, and the
 * differences between its entries. Start with {@link org.homeward.record.confirmed.ConfirmedRecord#open}.
 */
@NullMarked
package org.homeward.record.confirmed;

import org.jspecify.annotations.NullMarked;
