/**
 * One text that the mediator improves: from the order in which each side likes the options of each issue, told to the mediator
 * alone, and answers "better", "same" or "worse", to a text that no other one beats for both. Uses {@code front}. Start reading at
 * {@link org.homeward.talks.onetext.OneText}.
 */
@NullMarked
package org.homeward.talks.onetext;

import org.jspecify.annotations.NullMarked;
