package org.homeward.handover.day;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.homeward.handover.log.Observation;
import org.homeward.handover.log.Observation.CheckedIn;
import org.homeward.handover.log.Roster;
import org.jspecify.annotations.Nullable;

/** What was seen of one subject while the set is read, and the status that follows. Order of arrival cannot matter: only sets are kept. */
final class Findings {
    private enum Fact {
        PRESENT,
        UNFIT,
        DIED,
        ABSENT,
        IDENTITY_DISPUTED,
        STAYS,
        DECLINED,
        OFFERED,
        ACCEPTED,
        CONCLUDED,
        UNLISTED,
        REPLACED,
        REPLACES
    }

    private final String id;
    private final Roster.@Nullable Expected expected;
    private final List<Entry> entries = new ArrayList<>(4);
    private int facts;
    private int acceptances;
    private @Nullable String code;
    private @Nullable String insteadOf;
    private @Nullable String replacedBy;
    private boolean torn;
    private final Set<String> seals = new HashSet<>(2);

    Findings(String id, Roster.@Nullable Expected expected) {
        this.id = id;
        this.expected = expected;
    }

    void keep(Entry entry) {
        entries.add(entry);
    }

    void count(Observation observation) {
        switch (observation) {
            case CheckedIn in ->
                add(
                        switch (in.outcome()) {
                            case PRESENT -> Fact.PRESENT;
                            case UNFIT -> Fact.UNFIT;
                            case DIED -> Fact.DIED;
                            case ABSENT -> Fact.ABSENT;
                            case IDENTITY_DISPUTED -> Fact.IDENTITY_DISPUTED;
                        });
            case Observation.Unlisted u -> add(Fact.UNLISTED);
            case Observation.Stays stays -> {
                add(Fact.STAYS);
                // Two interviews may have drawn two codes, which mean the same: the smaller one shows.
                code = code == null || stays.code().compareTo(code) < 0 ? stays.code() : code;
            }
            case Observation.Offered o -> add(Fact.OFFERED);
            case Observation.Accepted a -> {
                add(Fact.ACCEPTED);
                acceptances++;
            }
            case Observation.Concluded c -> add(Fact.CONCLUDED);
            case Observation.Declined d -> add(Fact.DECLINED);
            case Observation.BagSeen bag -> seals.add(bag.returnsTo() + ' ' + bag.seal());
            case Observation.FragmentSeen f -> {}
            default -> throw new IllegalStateException("no observation of a subject: " + observation.kind());
        }
    }

    void replacedBy(String reserve) {
        add(Fact.REPLACED);
        torn |= replacedBy != null && !replacedBy.equals(reserve);
        replacedBy = replacedBy == null || reserve.compareTo(replacedBy) < 0 ? reserve : replacedBy;
    }

    void insteadOf(String listed) {
        add(Fact.REPLACES);
        torn |= insteadOf != null && !insteadOf.equals(listed);
        insteadOf = insteadOf == null || listed.compareTo(insteadOf) < 0 ? listed : insteadOf;
    }

    private void add(Fact fact) {
        facts |= 1 << fact.ordinal();
    }

    private boolean has(Fact fact) {
        return (facts & 1 << fact.ordinal()) != 0;
    }

    /** What cannot be true together. Somebody may be present first and then unfit or dead; nobody is absent and present. */
    private boolean contradicted() {
        boolean taken = has(Fact.ACCEPTED) || has(Fact.CONCLUDED);
        return torn
                || acceptances > 1
                || seals.size() > 1
                || (has(Fact.ABSENT) && (has(Fact.PRESENT) || has(Fact.UNFIT) || has(Fact.OFFERED)))
                || (taken
                        && (has(Fact.DIED)
                                || has(Fact.STAYS)
                                || has(Fact.UNFIT)
                                || has(Fact.REPLACED)
                                || has(Fact.DECLINED)));
    }

    private Status status() {
        if (contradicted()) {
            return Status.DISPUTED;
        }
        if (has(Fact.CONCLUDED)) {
            return Status.HANDED_OVER;
        }
        if (has(Fact.DIED)) {
            return Status.DIED;
        }
        if (has(Fact.STAYS)) {
            return Status.STAYS;
        }
        if (has(Fact.REPLACED)) {
            return Status.SUBSTITUTED;
        }
        if (has(Fact.UNFIT)) {
            return Status.UNFIT;
        }
        if (has(Fact.ABSENT)) {
            return Status.ABSENT;
        }
        if (has(Fact.DECLINED)) {
            return Status.DECLINED;
        }
        if (has(Fact.OFFERED) || has(Fact.ACCEPTED)) {
            return Status.HALF_HANDED_OVER;
        }
        if (has(Fact.IDENTITY_DISPUTED)) {
            return Status.IDENTITY_DISPUTED;
        }
        if (has(Fact.UNLISTED)) {
            return Status.UNLISTED;
        }
        return has(Fact.PRESENT) || !seals.isEmpty() ? Status.PRESENT : Status.EXPECTED;
    }

    Subject subject() {
        return new Subject(id, expected, status(), has(Fact.IDENTITY_DISPUTED), code, insteadOf, replacedBy, entries);
    }
}
