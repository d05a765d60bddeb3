/**
 * What is to be printed or read: lists and agreements as PDF with embedded fonts, and the page that sums an exchange up.
 *
 * <p>Uses nothing of the project: callers fill in its plain records. Start reading at {@link
 * org.homeward.documents.ListDocument}.
 */
@org.jspecify.annotations.NullMarked
package org.homeward.documents;
