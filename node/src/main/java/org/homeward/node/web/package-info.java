/**
 * The pages that people of one node work in: server-rendered, without scripts, in four languages. Uses
 * {@link org.homeward.node.web.view} and a web framework, and nothing else of this system; what it shows and does comes in as
 * {@link org.homeward.node.web.view.CaseQueries} and {@link org.homeward.node.web.view.CaseActions}. Start reading at
 * {@link org.homeward.node.web.PagesConfig}; the pages themselves are the templates in {@code src/main/jte}.
 */
@NullMarked
package org.homeward.node.web;

import org.jspecify.annotations.NullMarked;
