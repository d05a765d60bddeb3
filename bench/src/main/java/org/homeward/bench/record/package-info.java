/** Drafts of the public record against articles with the truth beside them; start with {@link RecordBench}. */
@NullMarked
package org.homeward.bench.record;

import org.jspecify.annotations.NullMarked;
