/** A person's name across scripts and languages: read it, normalise it, compare it, say why. */
@NullMarked
package org.homeward.names;

import org.jspecify.annotations.NullMarked;
