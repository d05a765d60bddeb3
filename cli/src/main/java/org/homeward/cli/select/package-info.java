/** {@code homeward select}: files in, a folder out; everything it says comes from the selection room. Start at {@link org.homeward.cli.select.SelectCommand}. */
@NullMarked
package org.homeward.cli.select;

import org.jspecify.annotations.NullMarked;
