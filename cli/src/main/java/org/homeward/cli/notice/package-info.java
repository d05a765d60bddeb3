/** A family's notice, checked without a network. */
@NullMarked
package org.homeward.cli.notice;

import org.jspecify.annotations.NullMarked;
