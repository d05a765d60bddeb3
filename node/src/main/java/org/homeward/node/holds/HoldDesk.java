package org.homeward.node.holds;

import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.node.people.Person.Role;
import org.homeward.node.store.Holds;
import org.homeward.node.store.Holds.Hold;
import org.homeward.node.store.Holds.Kind;
import org.homeward.node.store.Registers;

/**
 * Who may set and see which hold. Whoever may not see one is shown that the person is not available, and no more; an auditor sees
 * all and sets none. Safe for threads.
 */
public final class HoldDesk {
    private static final Map<Kind, Set<Role>> MAY_SET = Map.of(
            Kind.MEDICAL, EnumSet.of(Role.ANALYST, Role.HEAD),
            Kind.LEGAL, EnumSet.of(Role.LIST_OFFICER, Role.HEAD),
            Kind.PROTECTION, EnumSet.of(Role.HEAD),
            Kind.DISPUTED_IDENTITY, EnumSet.of(Role.ANALYST, Role.LIST_OFFICER, Role.HEAD));

    private final Holds holds;
    private final Registers registers;
    private final Clock clock;

    public HoldDesk(Holds holds, Registers registers, Clock clock) {
        this.holds = holds;
        this.registers = registers;
        this.clock = clock;
    }

    /**
     * A person's holds, as one role sees them.
     *
     * @param row key of his row
     * @param seen those that the role may see
     * @param unseen whether there are others
     */
    public record Seen(String row, List<Hold> seen, boolean unseen) {
        /** Whether he shows as "not available". */
        public boolean notAvailable() {
            return unseen || !seen.isEmpty();
        }
    }

    /** The kinds that a role may set. */
    public static List<Kind> settable(Role role) {
        return Arrays.stream(Kind.values()).filter(k -> maySet(k, role)).toList();
    }

    /** Whether a role may set, confirm and lift holds of a kind. */
    public static boolean maySet(Kind kind, Role role) {
        return MAY_SET.getOrDefault(kind, Set.of()).contains(role);
    }

    /** Whether a role may see holds of a kind. */
    public static boolean maySee(Kind kind, Role role) {
        return role == Role.AUDITOR || maySet(kind, role);
    }

    /** The holds on the person of that row of the register of those held; empty where there is no such row. */
    public Optional<Seen> of(long batch, int ordinal, Role role) {
        return registers.at(Registers.Kind.HELD, batch, ordinal).map(row -> {
            List<Hold> all = holds.of(row.key());
            List<Hold> seen = all.stream().filter(h -> maySee(h.kind(), role)).toList();
            return new Seen(row.key(), seen, seen.size() < all.size());
        });
    }

    /** @return whether the role may set it */
    public boolean set(String row, Kind kind, String by, Role role) {
        if (!maySet(kind, role)) {
            return false;
        }
        holds.set(row, kind, by, clock.instant());
        return true;
    }

    /** @return whether it counts: a hold of that row and of a kind that is his to confirm, which another person had set */
    public boolean confirm(String row, long id, String by, Role role) {
        return his(row, id, role) && holds.confirm(id, by);
    }

    /** @return whether his word counts: the hold is lifted, or waits for another person to lift it too */
    public boolean lift(String row, long id, String by, Role role) {
        if (!his(row, id, role)) {
            return false;
        }
        holds.lift(id, by, clock.instant());
        return true;
    }

    private boolean his(String row, long id, Role role) {
        return holds.of(row).stream().anyMatch(h -> h.id() == id && maySet(h.kind(), role));
    }
}
