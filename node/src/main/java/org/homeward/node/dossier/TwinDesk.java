package org.homeward.node.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.homeward.node.intake.Cells;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.store.Registers.Row;
import org.homeward.node.store.Store;
import org.homeward.node.store.Twins;
import org.homeward.node.store.Twins.Pair;
import org.homeward.node.store.Twins.Said;
import org.homeward.register.Answered;
import org.homeward.register.RegisterTable;
import org.homeward.tracing.Link;
import org.homeward.tracing.RuledOut;
import org.homeward.tracing.TraceOptions;
import org.homeward.tracing.TraceResult;
import org.homeward.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one register that may be one person: the engine compares the register with itself and proposes, two people decide. A join is their
 * word and nothing more: both rows stay as they are, and when one of the two takes his word back they are two again. A pair that two
 * people found to be different is ruled out before the engine begins. Safe for threads.
 */
public final class TwinDesk {
    /** How a pair stands. */
    public enum State {
        CONTESTED,
        /** One has spoken. */
        ONE,
        OPEN,
        NEED_MORE,
        SAME,
        DIFFERENT
    }

    /**
     * Why the engine proposes a pair.
     *
     * @param probability in thousandths
     * @param levels how near each compared field is, by its name
     * @param bits thousandths of a bit that it says for or against
     */
    public record Why(int probability, String matchKey, Map<String, String> levels, Map<String, Integer> bits) {}

    /** A pair with the newest row of each, and how it stands; {@code why} is null where the engine does not propose it now. */
    public record Item(
            Pair pair, Row one, Row other, @Nullable Why why, State state, Agreed<Said> agreed) {
        /** The name in a row; blank where it has none. */
        public static String name(Row row) {
            return Cells.name(row.cells());
        }
    }

    private record Standing(Pair pair, @Nullable Why why, State state, Agreed<Said> agreed) {
        Item with(Map<String, List<Row>> rows) {
            return new Item(pair, newest(rows, pair.one()), newest(rows, pair.other()), why, state, agreed);
        }
    }

    /**
     * A part of the queue.
     *
     * @param items those asked for, the most pressing first; at most as many as asked
     * @param of how many there are
     * @param looked when the engine last looked, or null
     * @param changed whether the register was changed since
     * @param looking whether it looks now
     */
    public record Queue(
            Map<State, Integer> counts,
            List<Item> items,
            int of,
            @Nullable Instant looked,
            boolean changed,
            boolean looking) {}

    private record Found(long changes, Instant at, Map<Pair, Why> pairs) {}

    private final Store store;
    private final Clock clock;
    private final Map<Kind, Found> found = new EnumMap<>(Kind.class);
    private final Set<Kind> looking = new HashSet<>();

    TwinDesk(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Lets the engine look, in a thread of its own. @return that thread; empty where it looks already */
    public Optional<Thread> look(Kind kind) {
        synchronized (this) {
            if (!looking.add(kind)) {
                return Optional.empty();
            }
        }
        return Optional.of(Thread.ofPlatform().daemon().name("twins").start(() -> {
            try {
                long changes = store.registers().changes();
                Map<Pair, Why> pairs =
                        trace(Answered.withoutUnanswered(store.registers().table(kind)), ruledOut(kind));
                synchronized (this) {
                    found.put(kind, new Found(changes, clock.instant(), pairs));
                }
            } finally {
                synchronized (this) {
                    looking.remove(kind);
                }
            }
        }));
    }

    private Set<Pair> ruledOut(Kind kind) {
        Set<Pair> different = new HashSet<>();
        agreed(kind).forEach((pair, agreed) -> {
            if (agreed.decision().filter(d -> d == Said.DIFFERENT).isPresent()) {
                different.add(pair);
            }
        });
        return different;
    }

    /** The register beside itself, without each row beside itself and without what was ruled out. */
    private static Map<Pair, Why> trace(RegisterTable table, Set<Pair> different) {
        Set<RuledOut> ruledOut = new HashSet<>();
        for (int row = 0; row < table.size(); row++) {
            ruledOut.add(new RuledOut(table.id(row), table.id(row)));
        }
        different.forEach(p -> {
            ruledOut.add(new RuledOut(p.one(), p.other()));
            ruledOut.add(new RuledOut(p.other(), p.one()));
        });
        TraceResult result = Tracer.trace(table, table, TraceOptions.standard().withRuledOut(ruledOut));
        Map<Pair, Why> pairs = new TreeMap<>();
        Stream.of(result.links(), result.repeats(), result.possible())
                .flatMap(List::stream)
                .forEach(link -> pairs.merge(
                        Pair.of(table.id(link.heldRow()), table.id(link.soughtRow())),
                        why(link),
                        (a, b) -> a.probability() >= b.probability() ? a : b));
        return pairs;
    }

    private static Why why(Link link) {
        Map<String, String> levels = new TreeMap<>();
        Map<String, Integer> bits = new TreeMap<>();
        link.evidence().forEach(e -> {
            levels.put(e.field(), e.level());
            bits.put(e.field(), (int) Math.round(e.bits() * 1000));
        });
        return new Why((int) Math.round(link.probability() * 1000), link.matchKey(), levels, bits);
    }

    /** The queue of a register. @param only in that state, or empty for all that two people have not decided */
    public Queue queue(Kind kind, Optional<State> only, int limit) {
        Found now;
        boolean looks;
        synchronized (this) {
            now = found.get(kind);
            looks = looking.contains(kind);
        }
        Map<Pair, Agreed<Said>> agreed = agreed(kind);
        Set<Pair> all = new java.util.TreeSet<>(agreed.keySet());
        Map<Pair, Why> proposed = now == null ? Map.of() : now.pairs();
        all.addAll(proposed.keySet());
        Map<State, Integer> counts = new EnumMap<>(State.class);
        List<Standing> asked = new ArrayList<>();
        for (Pair pair : all) {
            Agreed<Said> said = agreed.getOrDefault(pair, new Agreed.Gathered<Said>().agreed());
            State state = state(said);
            if (state == State.OPEN && !proposed.containsKey(pair)) {
                // Everything that was said of it was taken back, and the engine does not propose it.
                continue;
            }
            counts.merge(state, 1, Integer::sum);
            if (only.map(s -> s == state).orElse(state != State.SAME && state != State.DIFFERENT)) {
                asked.add(new Standing(pair, proposed.get(pair), state, said));
            }
        }
        asked.sort(Comparator.comparing(Standing::state)
                .thenComparing(i -> i.why() == null ? 0 : -i.why().probability())
                .thenComparing(Standing::pair));
        List<Standing> page = asked.stream().limit(limit).toList();
        Set<String> keys = new HashSet<>();
        page.forEach(i -> {
            keys.add(i.pair().one());
            keys.add(i.pair().other());
        });
        Map<String, List<Row>> rows = store.registers().histories(kind, keys);
        return new Queue(
                counts,
                page.stream()
                        .filter(i -> rows.containsKey(i.pair().one())
                                && rows.containsKey(i.pair().other()))
                        .map(i -> i.with(rows))
                        .toList(),
                asked.size(),
                now == null ? null : now.at(),
                now != null && now.changes() != store.registers().changes(),
                looks);
    }

    private static Row newest(Map<String, List<Row>> rows, String key) {
        return rows.getOrDefault(key, List.of()).getLast();
    }

    /** One pair; empty where one of the two is not in the register. */
    public Optional<Item> item(Kind kind, Pair pair) {
        Map<String, List<Row>> rows = store.registers().histories(kind, List.of(pair.one(), pair.other()));
        if (rows.size() < 2) {
            return Optional.empty();
        }
        Why why;
        synchronized (this) {
            Found now = found.get(kind);
            why = now == null ? null : now.pairs().get(pair);
        }
        Agreed<Said> said = agreed(kind).getOrDefault(pair, new Agreed.Gathered<Said>().agreed());
        return Optional.of(new Standing(pair, why, state(said), said).with(rows));
    }

    /** Keeps what somebody says. @return whether both are in the register */
    public boolean say(Kind kind, Pair pair, Said said, String by) {
        boolean there = item(kind, pair).isPresent();
        if (there) {
            store.twins().add(new Twins.Entry(kind, pair, said, by, clock.instant()));
        }
        return there;
    }

    /** Keys of the rows that two people joined with that one, in order; also by way of a third. */
    public List<String> joined(Kind kind, String key) {
        return JoinedRows.of(store.twins(), kind).group(key).stream()
                .filter(row -> !row.equals(key))
                .sorted()
                .toList();
    }

    /** What was said of pairs with that row. */
    List<Twins.Entry> of(Kind kind, String key) {
        return store.twins().of(kind).stream()
                .filter(e -> e.pair().one().equals(key) || e.pair().other().equals(key))
                .toList();
    }

    private Map<Pair, Agreed<Said>> agreed(Kind kind) {
        return JoinedRows.agreed(store.twins(), kind);
    }

    private static State state(Agreed<Said> agreed) {
        return switch (agreed.phase()) {
            case OPEN -> State.OPEN;
            case ONE -> State.ONE;
            case CONTESTED -> State.CONTESTED;
            case DECIDED ->
                State.valueOf(agreed.decision().orElse(Said.NEED_MORE).name());
        };
    }

    /** What may be said by name. */
    public static Optional<Said> said(String name) {
        return Arrays.stream(Said.values()).filter(s -> s.name().equals(name)).findFirst();
    }
}
