/**
 * The people of a node: who they are, which passkeys are theirs, how one of them lets another in. Everything that changes this is signed
 * with a passkey and noted in {@code people.log}. Knows no framework. Start with {@link org.homeward.node.people.PeopleDesk}.
 */
@NullMarked
package org.homeward.node.people;

import org.jspecify.annotations.NullMarked;
