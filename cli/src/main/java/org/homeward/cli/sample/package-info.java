/** {@code homeward sample}: synthetic registers to try things with. Uses {@code sample}. */
@NullMarked
package org.homeward.cli.sample;

import org.jspecify.annotations.NullMarked;
