package org.homeward.selection;

import java.util.EnumSet;
import java.util.Set;

/** How firm a list is; each stage admits less than the one before. */
public enum Stage {
    /** On the table: anyone may be struck for any cause, and the whole list may move. */
    DRAFT(EnumSet.allOf(Cause.class)),
    /** Signed: no more second thoughts, but a veto inside its window. */
    AGREED(EnumSet.complementOf(EnumSet.of(Cause.OTHER))),
    /** Families may know: only what makes a return impossible or unwanted by the person himself. */
    ANNOUNCED(EnumSet.of(Cause.DEATH, Cause.REFUSAL, Cause.UNFIT, Cause.IDENTITY)),
    /** At the handover point: as announced, and nobody but the struck person and his substitute may be touched. */
    LOADING(EnumSet.of(Cause.DEATH, Cause.REFUSAL, Cause.UNFIT, Cause.IDENTITY));

    /** Why someone is struck. It stays with the side that knows it; to others every strike looks the same. */
    public enum Cause {
        DEATH,
        /** His own will; an absolute bar (Third Geneva Convention, Art. 109). */
        REFUSAL,
        /** A doctor finds that he cannot travel. */
        UNFIT,
        /** He is not the one who was agreed upon. */
        IDENTITY,
        /** A side's objection in the agreed window. */
        VETO,
        OTHER
    }

    private final Set<Cause> admitted;

    Stage(Set<Cause> admitted) {
        this.admitted = Set.copyOf(admitted);
    }

    /** Whether a strike for this cause is still possible. */
    public boolean admits(Cause cause) {
        return admitted.contains(cause);
    }
}
