/**
 * What families are told, and how: verified kin with a code on paper, notices that two people release after a verified event, deaths
 * that are told in person, figures for the public after the families. Start at {@link org.homeward.node.families.FamilyDesk} for the
 * officers' side and {@link org.homeward.node.families.FamilyDoor} for the families'. Uses {@code node.store} and
 * {@code node.people}; knows no page and no case.
 */
@NullMarked
package org.homeward.node.families;

import org.jspecify.annotations.NullMarked;
