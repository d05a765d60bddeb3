/**
 * The text of an article taken apart: words, blocks, quotations, sentences; every part by where it begins and ends.
 *
 * <p>Knows nothing of speakers, numbers or dates. Start with {@link org.homeward.record.text.Page#of}.
 */
@NullMarked
package org.homeward.record.text;

import org.jspecify.annotations.NullMarked;
