/**
 * What the pages show and ask for, as plain records: pages never see a class of the protocol or of the store, and whoever answers
 * {@link org.homeward.node.web.view.CaseQueries} decides what a person of this node may see. Uses nothing. Start reading at
 * {@link org.homeward.node.web.view.CaseQueries} and {@link org.homeward.node.web.view.CaseActions}.
 */
@NullMarked
package org.homeward.node.web.view;

import org.jspecify.annotations.NullMarked;
