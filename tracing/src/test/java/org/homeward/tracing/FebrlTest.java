package org.homeward.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** FEBRL's fourth data set: 5,000 rows and 5,000 damaged copies; the truth is the number in the row's id. */
final class FebrlTest {
    private static final List<Field> FIELDS = List.of(
            Field.ID,
            Field.GIVEN_NAME,
            Field.SURNAME,
            Field.STREET_NUMBER,
            Field.STREET,
            Field.ADDRESS_LINE,
            Field.SUBURB,
            Field.POSTCODE,
            Field.STATE,
            Field.BIRTH_DATE,
            Field.SERVICE_NUMBER);

    @Test
    void linksDamagedCopiesToTheirOriginalsWithNoLabelShown() throws IOException {
        Path folder = shared();
        assumeTrue(folder != null, "SKIPPED: the FEBRL files are not here (set HOMEWARD_SHARED to test against them)");
        if (folder == null) {
            return;
        }
        RegisterTable held = read(folder.resolve("dataset4a.csv"));
        RegisterTable sought = read(folder.resolve("dataset4b.csv"));
        TraceResult result = Tracer.trace(held, sought, TraceOptions.standard());
        long right = result.links().stream()
                .filter(link -> number(held.id(link.heldRow())).equals(number(sought.id(link.soughtRow()))))
                .count();
        double f1 = 2.0 * right / (result.links().size() + held.size());
        System.out.println("FEBRL 4: F1 " + f1 + ", right " + right + " of "
                + result.links().size() + " links, " + result.report().candidatesPerRecord() + " candidates a record");
        assertThat(f1).isGreaterThanOrEqualTo(0.99);
    }

    private static String number(String id) {
        return id.split("-")[1];
    }

    private static @Nullable Path shared() {
        String given = System.getenv("HOMEWARD_SHARED");
        if (given != null) {
            return Path.of(given, "data/linkage/febrl");
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("shared/data/linkage/febrl/dataset4a.csv"))) {
                return at.resolve("shared/data/linkage/febrl");
            }
        }
        return null;
    }

    private static RegisterTable read(Path file) throws IOException {
        List<Column> columns = FIELDS.stream().map(f -> new Column(f.name(), f)).toList();
        List<String> ids = new ArrayList<>();
        List<@Nullable String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file).subList(1, 5001)) {
            String[] cells = line.split(",", -1);
            @Nullable String[] row = new String[FIELDS.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = cells[i].isBlank() ? null : cells[i].strip();
            }
            ids.add(cells[0]);
            rows.add(row);
        }
        return new RegisterTable(columns, ids, rows);
    }
}
