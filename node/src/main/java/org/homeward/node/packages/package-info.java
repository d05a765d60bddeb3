/**
 * Sealed packages: the same envelopes as files on a stick, for sites with no network. Uses {@code node.exchange} and the protocol;
 * start with {@link org.homeward.node.packages.CasePackages}. The format is in {@code docs/protocol/package.md}.
 */
@NullMarked
package org.homeward.node.packages;

import org.jspecify.annotations.NullMarked;
