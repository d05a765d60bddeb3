package org.homeward.node.dossier;

import java.time.Instant;
import org.homeward.node.store.Registers.Kind;

/**
 * A claim that somebody is dead. It is what somebody says: it changes no status until two people of this side have confirmed it.
 *
 * @param row key of the person's row
 * @param said what makes it this claim and no other; whoever takes its mark learns nothing of it
 * @param who the file, note's author, returned person or case
 * @param where the column or note that has it
 * @param words as the source writes them
 * @param day the source's own date as written, or blank
 * @param at when this node learned it
 */
public record Claim(
        Kind kind,
        String row,
        String said,
        StatusWord.Source source,
        String who,
        String where,
        String words,
        String day,
        Instant at) {}
