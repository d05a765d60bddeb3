/**
 * Holds on people whom this side holds: who may set and who may see each, and what a hold does, which is to make a person "not available".
 * Start reading at {@link org.homeward.node.holds.HoldDesk}.
 */
@NullMarked
package org.homeward.node.holds;

import org.jspecify.annotations.NullMarked;
