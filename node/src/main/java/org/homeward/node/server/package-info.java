/**
 * The running node: its settings, its people, its cases, the doors for other nodes ({@code /peer}) and for programs
 * ({@code /api}), and the Spring application that holds them.
 *
 * <p>Uses {@code node.exchange}, {@code node.desk} and {@code node.store}. Start reading at {@link org.homeward.node.server.Node}.
 */
@NullMarked
package org.homeward.node.server;

import org.jspecify.annotations.NullMarked;
