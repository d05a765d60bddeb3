/** Measures how the logs of a handover day join. Uses handover. Start with {@link org.homeward.bench.handover.HandoverBench}. */
@NullMarked
package org.homeward.bench.handover;

import org.jspecify.annotations.NullMarked;
