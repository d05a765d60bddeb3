package org.homeward.node.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.node.store.Registers;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.jspecify.annotations.Nullable;

/**
 * What a register says of one key, batch by batch.
 *
 * @param versions the newest first; at least one
 */
public record RowHistory(Registers.Kind kind, String key, List<Version> versions) {
    /** What one batch said. */
    public record Version(Registers.Batch batch, List<Statement> statements) {}

    /**
     * One cell.
     *
     * @param before what the batch before said in its place, or null
     */
    public record Statement(
            String header,
            Field field,
            @Nullable String value,
            @Nullable String before,
            boolean changed) {}

    /** The history of a key; empty where no batch has it. */
    public static Optional<RowHistory> of(Registers registers, Registers.Kind kind, String key) {
        Map<Long, Registers.Batch> batches = new LinkedHashMap<>();
        registers.batches(kind).forEach(b -> batches.put(b.id(), b));
        List<Version> versions = new ArrayList<>();
        Map<Column, String> before = null;
        for (Registers.Row row : registers.history(kind, key)) {
            Registers.Batch batch = batches.get(row.batch());
            if (batch != null) {
                versions.addFirst(new Version(batch, statements(row.cells(), before)));
                before = row.cells();
            }
        }
        return versions.isEmpty() ? Optional.empty() : Optional.of(new RowHistory(kind, key, List.copyOf(versions)));
    }

    private static List<Statement> statements(Map<Column, String> now, @Nullable Map<Column, String> before) {
        List<Statement> all = new ArrayList<>();
        now.forEach((column, value) -> {
            String old = before == null ? null : before.get(column);
            all.add(new Statement(column.header(), column.field(), value, old, before != null && !value.equals(old)));
        });
        if (before != null) {
            before.forEach((column, old) -> {
                if (!now.containsKey(column)) {
                    all.add(new Statement(column.header(), column.field(), null, old, true));
                }
            });
        }
        return all;
    }
}
