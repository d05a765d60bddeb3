/** The {@code homeward field} commands: the logs of a handover day, from files and without a network. Uses handover. */
@NullMarked
package org.homeward.cli.field;

import org.jspecify.annotations.NullMarked;
