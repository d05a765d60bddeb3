/** Measures a bureau's pages through real HTTP: intake of a register, and many people who read it at once. */
@NullMarked
package org.homeward.bench.pages;

import org.jspecify.annotations.NullMarked;
