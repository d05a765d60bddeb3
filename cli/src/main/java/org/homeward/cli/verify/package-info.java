/** The verify command: checks on any machine what an exchange left behind. */
@NullMarked
package org.homeward.cli.verify;

import org.jspecify.annotations.NullMarked;
