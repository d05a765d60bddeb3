/**
 * A case after its agreement, as a page: the version of the lists in force and how it came to be, the amendment on the table with its
 * whole difference, what is still owed, and the clocks that run. Start reading at {@link org.homeward.node.agreed.AgreedController}.
 */
@NullMarked
package org.homeward.node.agreed;

import org.jspecify.annotations.NullMarked;
