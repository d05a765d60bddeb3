/**
 * From agreed terms and matched persons to balanced, explained, checkable lists. Depends on no other room. Start reading at
 * {@link org.homeward.selection.SelectionTerms}, then {@link org.homeward.selection.Selector}; {@link
 * org.homeward.selection.IndependentChecker} verifies a list without any of the code that found it.
 */
@NullMarked
package org.homeward.selection;

import org.jspecify.annotations.NullMarked;
