/** The commands that keep a node's data: its backup, and a home made of one. Uses node.home. */
@NullMarked
package org.homeward.cli.backup;

import org.jspecify.annotations.NullMarked;
