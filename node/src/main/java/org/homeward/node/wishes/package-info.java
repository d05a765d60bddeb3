/** What people told the neutral when it spoke with each of them alone; at an agency only. It crosses as "not available", and as nothing else. */
@NullMarked
package org.homeward.node.wishes;

import org.jspecify.annotations.NullMarked;
