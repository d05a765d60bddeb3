/** Restarts the jar on a JDK 25 or newer, or says what to install. */
@NullMarked
package org.homeward.launcher;

import org.jspecify.annotations.NullMarked;
