/**
 * {@code homeward names}: score pairs of names, search a register by name, learn the costs. Uses names and register; start at
 * NamesCommand.
 */
@NullMarked
package org.homeward.cli.names;

import org.jspecify.annotations.NullMarked;
