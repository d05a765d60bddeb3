/**
 * What is to be printed: lists as PDF and CSV with embedded fonts.
 *
 * <p>Uses nothing of the project: callers fill in its plain records. Start reading at {@link
 * org.homeward.documents.ListDocument}.
 */
@org.jspecify.annotations.NullMarked
package org.homeward.documents;
