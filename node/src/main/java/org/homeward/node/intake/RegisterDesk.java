package org.homeward.node.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.homeward.names.NameSearch;
import org.homeward.node.desk.PersonFacts;
import org.homeward.node.store.Registers;
import org.homeward.register.Answered;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.jspecify.annotations.Nullable;

/** The two registers of this side as they stand: page by page, by name in any spelling, and row by row. Safe for threads. */
public final class RegisterDesk {
    /** Rows on a page. */
    public static final int PAGE = 50;

    private static final List<Field> SHOWN =
            List.of(Field.BIRTH_DATE, Field.RANK, Field.UNIT, Field.SERVICE_NUMBER, Field.PLACE);

    /**
     * A row as a list shows it.
     *
     * @param facts {@link #SHOWN} in that order; blank where the row has none
     */
    public record Line(long batch, int ordinal, String key, String name, List<String> facts) {}

    /**
     * A page of rows.
     *
     * @param next the last row shown, when there are more
     */
    public record Page(List<Line> lines, Optional<Line> next) {}

    /** A register in figures. */
    public record Size(Registers.Kind kind, int rows, List<Registers.Batch> batches) {}

    private record Index(long changes, RegisterTable table, NameSearch search) {}

    private final Registers registers;
    private final Clock clock;
    private final Map<Registers.Kind, Index> indexes = new HashMap<>();
    private final Map<Registers.Kind, Size> sizes = new ConcurrentHashMap<>();

    public RegisterDesk(Registers registers, Clock clock) {
        this.clock = clock;
        this.registers = registers;
    }

    /** The fields of {@link Line#facts}. */
    public static List<Field> shown() {
        return SHOWN;
    }

    public Size size(Registers.Kind kind) {
        List<Registers.Batch> batches = registers.batches(kind);
        Size known = sizes.get(kind);
        if (known == null || !known.batches().equals(batches)) {
            // Only batches change how many there are.
            known = new Size(kind, registers.size(kind), batches);
            sizes.put(kind, known);
        }
        return known;
    }

    /** The rows after that place; all places before the first are alike. */
    public Page page(Registers.Kind kind, long afterBatch, int afterOrdinal) {
        Registers.Row after = new Registers.Row(afterBatch, afterOrdinal, "", Map.of());
        List<Registers.Row> rows = registers.page(kind, after, PAGE + 1);
        List<Line> lines = rows.stream().limit(PAGE).map(RegisterDesk::line).toList();
        return new Page(lines, rows.size() > PAGE ? Optional.of(lines.getLast()) : Optional.empty());
    }

    /** Those whose names are most likely the asked one in another spelling, the likeliest first; at most a page. */
    public List<Line> search(Registers.Kind kind, String name) {
        Index index = index(kind);
        List<Line> lines = new ArrayList<>();
        for (NameSearch.Found found : index.search().best(name, PAGE)) {
            registers
                    .row(kind, index.table().id(found.row()))
                    .map(RegisterDesk::line)
                    .ifPresent(lines::add);
        }
        return lines;
    }

    /** The rows of those keys as a list shows them, in that order; one question to the store. */
    public List<Line> lines(Registers.Kind kind, List<String> keys) {
        Map<String, List<Registers.Row>> rows = registers.histories(kind, keys);
        return keys.stream()
                .filter(rows::containsKey)
                .map(key -> line(rows.getOrDefault(key, List.of()).getLast()))
                .toList();
    }

    /** What was said of the key that stands in that place. */
    public Optional<RowHistory> history(Registers.Kind kind, long batch, int ordinal) {
        return registers.at(kind, batch, ordinal).flatMap(row -> RowHistory.of(registers, kind, row.key()));
    }

    /** Takes a batch back, whole, as that person asks. @return whether it was there */
    public boolean undo(Registers.Kind kind, long batch, String by) {
        return registers.batches(kind).stream().anyMatch(b -> b.id() == batch)
                && registers.undo(batch, by, clock.instant());
    }

    private synchronized Index index(Registers.Kind kind) {
        long changes = registers.changes();
        Index index = indexes.get(kind);
        if (index == null || index.changes() != changes) {
            RegisterTable table = Answered.withoutUnanswered(registers.table(kind));
            List<String> names = new ArrayList<>();
            for (int row = 0; row < table.size(); row++) {
                names.add(PersonFacts.name(table, row));
            }
            index = new Index(changes, table, new NameSearch(names));
            indexes.put(kind, index);
        }
        return index;
    }

    private static Line line(Registers.Row row) {
        List<String> facts = SHOWN.stream()
                .map(field -> text(Cells.first(row.cells(), field)))
                .toList();
        return new Line(row.batch(), row.ordinal(), row.key(), Cells.name(row.cells()), facts);
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell;
    }
}
