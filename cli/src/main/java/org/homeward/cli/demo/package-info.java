/**
 * {@code homeward demo} and {@code homeward stop}: three nodes on this machine, carried through the example case by test operators
 * who use the same doors as everybody else. Start reading at {@link org.homeward.cli.demo.DemoCommand}.
 */
@NullMarked
package org.homeward.cli.demo;

import org.jspecify.annotations.NullMarked;
