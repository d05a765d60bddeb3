/** Canonical JSON (RFC 8785 without fractions): one value, one sequence of bytes. Uses nothing of the project. */
@NullMarked
package org.homeward.protocol.json;

import org.jspecify.annotations.NullMarked;
