/**
 * What each side of a case has learned about people, how much of each, and when: read off the acts, so that it cannot leave out any. Start
 * reading at {@link org.homeward.node.learned.LearnedController}.
 */
@NullMarked
package org.homeward.node.learned;

import org.jspecify.annotations.NullMarked;
