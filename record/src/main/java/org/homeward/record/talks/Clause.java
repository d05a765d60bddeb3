package org.homeward.record.talks;

import org.homeward.record.Span;
import org.jspecify.annotations.Nullable;

/**
 * An agreement, a demand or another act of negotiation as the outlet words it; quoted, not interpreted.
 *
 * @param actor the words for who acts, or null
 * @param antecedent what a pronoun for the actor stands for, or null
 * @param verb the words that give the type
 * @param text what is agreed, demanded, offered or refused
 */
public record Clause(
        Type type, @Nullable Span actor, @Nullable Span antecedent, Span verb, Span text) {
    /** The acts that are told apart. */
    public enum Type {
        AGREEMENT,
        DEMAND,
        PROPOSAL,
        REFUSAL
    }
}
