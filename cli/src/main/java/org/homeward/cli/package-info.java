/** The homeward command. */
@NullMarked
package org.homeward.cli;

import org.jspecify.annotations.NullMarked;
