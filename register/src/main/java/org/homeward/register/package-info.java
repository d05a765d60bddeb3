/**
 * A register file that we did not make: read it, say what was seen, and give its rows as text. Uses nothing of the project. Start with
 * {@link org.homeward.register.RegisterReader}.
 */
@NullMarked
package org.homeward.register;

import org.jspecify.annotations.NullMarked;
