/**
 * Rounds, sessions, issues, the single text with its brackets, agreed points. Pure: {@link org.homeward.talks.TalksRules} decides
 * whether an {@link org.homeward.talks.Act} counts and what follows; {@link org.homeward.talks.View} gives each participant what it may
 * see and nothing else. Start reading at {@code Act}; {@link org.homeward.talks.TalksLog} is the file. May use protocol.
 */
@NullMarked
package org.homeward.talks;

import org.jspecify.annotations.NullMarked;
