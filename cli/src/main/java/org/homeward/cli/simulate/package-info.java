/** The simulate command: replays a seed of the simulation. */
@NullMarked
package org.homeward.cli.simulate;

import org.jspecify.annotations.NullMarked;
