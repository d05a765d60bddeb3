/**
 * A node's home as a whole: its backup, and a home made of one. Uses the node's settings and its store's copy; the home's own
 * lock keeps a running node and its backup apart. Start with {@link org.homeward.node.home.Backup}.
 */
@NullMarked
package org.homeward.node.home;

import org.jspecify.annotations.NullMarked;
