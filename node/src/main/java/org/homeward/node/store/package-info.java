/**
 * The node's own store: its two registers, batch by batch, and who read what. SQLite embedded, or PostgreSQL; the same
 * repositories on both.
 *
 * <p>Acts and the joint log are files of their own (node.exchange): evidence does not depend on a database. Uses the register's
 * table and nothing else of the project. Start reading at {@link org.homeward.node.store.Store}.
 */
@NullMarked
package org.homeward.node.store;

import org.jspecify.annotations.NullMarked;
