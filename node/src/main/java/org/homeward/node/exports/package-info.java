/**
 * Files with people that somebody carries out of the node: exactly what the page shows, every line marked with the copy it belongs to, and two
 * people where there are many. Start reading at {@link org.homeward.node.exports.ExportDesk}.
 */
@NullMarked
package org.homeward.node.exports;

import org.jspecify.annotations.NullMarked;
