/**
 * Who may see which case: those whom its card names and those whom a head lets in; and the glass that anybody may break in an emergency,
 * which a second person looks at later. Start reading at {@link org.homeward.node.access.AccessDesk}.
 */
@NullMarked
package org.homeward.node.access;

import org.jspecify.annotations.NullMarked;
