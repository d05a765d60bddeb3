/**
 * The talks as pages: at the agency the log and every form that adds to it, at a bureau what the agency released to it. Start with
 * {@link org.homeward.node.talks.TalksDesk}.
 */
@NullMarked
package org.homeward.node.talks;

import org.jspecify.annotations.NullMarked;
