/** {@code homeward talks}: what was said and agreed, kept as files, and fronts of two sides' interests. Start at {@link org.homeward.cli.talks.TalksCommand}. */
@NullMarked
package org.homeward.cli.talks;

import org.jspecify.annotations.NullMarked;
