/**
 * Exact fronts of two sides' interests over a list of issues. Uses nothing of the project. Start reading at {@link
 * org.homeward.talks.front.PreferenceFiles}, which reads what people have, then {@link org.homeward.talks.front.Front}.
 */
@NullMarked
package org.homeward.talks.front;

import org.jspecify.annotations.NullMarked;
