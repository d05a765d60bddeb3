/**
 * What is printed of a handover day, in the words of {@code documents}. Uses handover.reconciliation. Start with {@link
 * org.homeward.handover.paper.JointStatement}.
 */
@NullMarked
package org.homeward.handover.paper;

import org.jspecify.annotations.NullMarked;
