package org.homeward.sample;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a register, as its clerk wrote it.
 *
 * @param id unique within its register; tells nothing of the truth
 * @param cells text by column; a column that is not there is blank
 */
public record SampleRow(String id, Map<SampleColumn, String> cells) {
    public SampleRow {
        cells = Map.copyOf(cells);
    }

    /** The cell, or null where it is blank. */
    public @Nullable String cell(SampleColumn column) {
        return cells.get(column);
    }
}
