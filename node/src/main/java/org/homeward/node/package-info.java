/** The application: stores, transport, web pages, API, people and their rights. */
@NullMarked
package org.homeward.node;

import org.jspecify.annotations.NullMarked;
