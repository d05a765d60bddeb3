package org.homeward.node.holds;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.node.people.Person.Role;
import org.homeward.node.store.Boards;
import org.homeward.node.store.Boards.Noted;
import org.homeward.node.store.Holds;
import org.homeward.node.store.Holds.Hold;
import org.homeward.node.store.Holds.Kind;
import org.homeward.node.store.Registers;
import org.homeward.protocol.exchange.Board;
import org.jspecify.annotations.Nullable;

/**
 * Who may set and see which hold. Whoever may not see one is shown that the person is not available, and no more; an auditor sees
 * all and sets none. Safe for threads.
 */
public final class HoldDesk {
    private static final Map<Kind, Set<Role>> MAY_SET = Map.of(
            Kind.MEDICAL, EnumSet.of(Role.ANALYST, Role.HEAD),
            Kind.LEGAL, EnumSet.of(Role.LIST_OFFICER, Role.HEAD),
            Kind.PROTECTION, EnumSet.of(Role.HEAD),
            // The fewest: to everybody else it looks like a protection.
            Kind.OWN_WILL, EnumSet.of(Role.HEAD),
            Kind.DISPUTED_IDENTITY, EnumSet.of(Role.ANALYST, Role.LIST_OFFICER, Role.HEAD));

    private final Holds holds;
    private final Boards boards;
    private final Registers registers;
    private final Clock clock;

    public HoldDesk(Holds holds, Boards boards, Registers registers, Clock clock) {
        this.holds = holds;
        this.boards = boards;
        this.registers = registers;
        this.clock = clock;
    }

    /**
     * A person's holds, as one role sees them.
     *
     * @param row key of his row
     * @param seen those that the role may see
     * @param unseen whether there are others
     * @param boards what medical boards decided, to those who may see what is medical
     */
    public record Seen(String row, List<Hold> seen, boolean unseen, List<Noted> boards) {
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
            return new Seen(
                    row.key(),
                    seen,
                    seen.size() < all.size(),
                    maySee(Kind.MEDICAL, role) ? boards.of(row.key()) : List.of());
        });
    }

    /**
     * @param askAgain when he is asked again: a day to come with {@link Kind#OWN_WILL}, because a will may change, and null otherwise
     * @return whether it is set: the role may, and the day is as it must be
     */
    public boolean set(String row, Kind kind, String by, Role role, @Nullable LocalDate askAgain) {
        boolean dated = askAgain != null && askAgain.isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        if (!maySet(kind, role) || (kind == Kind.OWN_WILL) != (askAgain != null) || askAgain != null && !dated) {
            return false;
        }
        holds.set(row, kind, by, clock.instant(), askAgain);
        return true;
    }

    /** Notes what a medical board decided. @return whether it is noted: the role may, and it is a decision that a board makes */
    public boolean note(String row, Board board, String by, Role role) {
        if (!maySet(Kind.MEDICAL, role) || board.flaw().isPresent()) {
            return false;
        }
        boards.note(row, board.decision().name(), board.annex(), board.day(), board.next(), by, clock.instant());
        return true;
    }

    /** @return whether it counts: of that row, and noted by another person */
    public boolean confirmBoard(String row, long id, String by, Role role) {
        return maySet(Kind.MEDICAL, role) && boards.confirm(row, id, by);
    }

    /** What boards decided and two people stand for, the newest of each row, by its key. */
    public static Map<String, Board> decided(Boards boards) {
        Map<String, Board> decided = new HashMap<>();
        boards.confirmed()
                .forEach(n -> decided.put(
                        n.row(), new Board(Board.Decision.valueOf(n.decision()), n.annex(), n.day(), n.next())));
        return decided;
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
