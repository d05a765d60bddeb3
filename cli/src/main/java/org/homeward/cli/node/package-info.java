/** {@code homeward node}: makes a node's home and runs it. Uses {@code node.server}. */
@NullMarked
package org.homeward.cli.node;

import org.jspecify.annotations.NullMarked;
