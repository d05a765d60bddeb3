/**
 * Three nodes in one thread under a seeded clock, network and disk. Runs the nodes' real code ({@code node.exchange}) and
 * checks invariants after every step. Start with {@link org.homeward.simulation.Simulation}.
 */
@NullMarked
package org.homeward.simulation;

import org.jspecify.annotations.NullMarked;
