/** The exchange case as a pure state machine: decide, evolve. Uses json and crypto; start with CaseRules. */
@NullMarked
package org.homeward.protocol.exchange;

import org.jspecify.annotations.NullMarked;
