package org.homeward.node.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.store.Twins;
import org.homeward.node.store.Twins.Said;
import org.homeward.register.RegisterTable;
import org.jspecify.annotations.Nullable;

/**
 * The rows that two people joined, as desks and lists must see them: one person is one row. No row is changed by it, so that a word taken
 * back gives two persons again.
 */
public final class JoinedRows {
    /** Every joined row's whole group, itself in it. */
    private final Map<String, Set<String>> groups;

    private JoinedRows(Map<String, Set<String>> groups) {
        this.groups = groups;
    }

    /** What two people joined in a register, also by way of a third row. */
    public static JoinedRows of(Twins twins, Kind kind) {
        Map<String, Set<String>> groups = new HashMap<>();
        agreed(twins, kind).forEach((pair, said) -> {
            if (said.decision().filter(Said.SAME::equals).isPresent()) {
                Set<String> both = new TreeSet<>(groups.getOrDefault(pair.one(), Set.of(pair.one())));
                both.addAll(groups.getOrDefault(pair.other(), Set.of(pair.other())));
                both.forEach(row -> groups.put(row, both));
            }
        });
        return new JoinedRows(groups);
    }

    /** How far people are with each pair of which somebody spoke. */
    static Map<Twins.Pair, Agreed<Said>> agreed(Twins twins, Kind kind) {
        Map<Twins.Pair, Agreed.Gathered<Said>> gathered = new TreeMap<>();
        twins.of(kind)
                .forEach(e -> gathered.computeIfAbsent(e.pair(), p -> new Agreed.Gathered<>())
                        .add(e.by(), e.said() == Said.TAKE_BACK ? null : e.said(), "", e.at()));
        Map<Twins.Pair, Agreed<Said>> agreed = new TreeMap<>();
        gathered.forEach((pair, each) -> agreed.put(pair, each.agreed()));
        return agreed;
    }

    /**
     * The same register with one row for each person: of joined rows the first, and where it says nothing, what the others say.
     */
    public RegisterTable one(RegisterTable table) {
        if (groups.isEmpty()) {
            return table;
        }
        Map<Set<String>, Integer> first = new HashMap<>();
        List<String> ids = new ArrayList<>(table.size());
        List<@Nullable String[]> rows = new ArrayList<>(table.size());
        int width = table.columns().size();
        for (int row = 0; row < table.size(); row++) {
            Set<String> group = groups.get(table.id(row));
            Integer place = group == null ? null : first.putIfAbsent(group, rows.size());
            if (place == null) {
                @Nullable String[] cells = new @Nullable String[width];
                for (int column = 0; column < width; column++) {
                    cells[column] = table.value(row, column);
                }
                ids.add(table.id(row));
                rows.add(cells);
                continue;
            }
            @Nullable String[] cells = rows.get(place);
            for (int column = 0; column < width; column++) {
                cells[column] = cells[column] == null ? table.value(row, column) : cells[column];
            }
        }
        return new RegisterTable(table.columns(), ids, rows);
    }

    /** That row and all that are joined with it. */
    public Set<String> group(String row) {
        return groups.getOrDefault(row, Set.of(row));
    }

    /** Those rows and all that are joined with one of them: what is so of one row is so of the person. */
    public Set<String> all(Set<String> rows) {
        Set<String> all = new HashSet<>(rows);
        rows.forEach(row -> all.addAll(groups.getOrDefault(row, Set.of())));
        return all;
    }

    /** The same for what is kept by row; what a row has of its own goes before what a joined one has. */
    public <V> Map<String, V> all(Map<String, V> byRow) {
        Map<String, V> all = new HashMap<>(byRow);
        byRow.forEach(
                (row, value) -> groups.getOrDefault(row, Set.of()).forEach(other -> all.putIfAbsent(other, value)));
        return all;
    }
}
