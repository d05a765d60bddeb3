/**
 * Who is reported to have said what: two independent readings of each sentence, and whom names and pronouns stand for.
 *
 * <p>Start with {@link org.homeward.record.statement.Statements#draft}. {@code EnglishOrder} and {@code SlavicOrder} read
 * outwards from a verb of saying; {@code EnglishShape} and {@code SlavicShape} read a whole sentence at once; neither sees the
 * other's answer.
 */
@NullMarked
package org.homeward.record.statement;

import org.jspecify.annotations.NullMarked;
