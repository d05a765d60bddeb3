package org.homeward.bench.tracing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.homeward.register.Field;
import org.homeward.register.ReadOutcome;
import org.homeward.register.RegisterReader;
import org.homeward.register.RegisterTable;
import org.jspecify.annotations.Nullable;

/**
 * Public data sets whose truth is known, from a folder that the user names: Febrl 1 to 4 (ANU; truth is the number in rec_id) and Splink's fake_1000 (MIT; truth is
 * the cluster). A file that holds all is split in two registers: originals and duplicates, or even and odd rows.
 */
final class LabelledFiles {
    private LabelledFiles() {}

    static List<TraceTask> tasks(Path folder) throws IOException {
        List<TraceTask> tasks = new ArrayList<>();
        for (int set = 1; set <= 3; set++) {
            RegisterTable all = read(folder.resolve("febrl/dataset" + set + ".csv"));
            tasks.add(task(
                    "Febrl " + set + ", originals against duplicates",
                    part(all, row -> all.id(row).contains("org")),
                    part(all, row -> !all.id(row).contains("org")),
                    LabelledFiles::number));
        }
        tasks.add(task(
                "Febrl 4",
                read(folder.resolve("febrl/dataset4a.csv")),
                read(folder.resolve("febrl/dataset4b.csv")),
                LabelledFiles::number));
        RegisterTable fake = read(folder.resolve("splink/fake_1000.csv"));
        int cluster = fake.columns().size() - 1;
        Map<String, @Nullable String> clusters = new HashMap<>();
        for (int row = 0; row < fake.size(); row++) {
            clusters.put(fake.id(row), fake.value(row, cluster));
        }
        tasks.add(task(
                "Splink fake_1000, even rows against odd rows",
                part(fake, row -> row % 2 == 0),
                part(fake, row -> row % 2 == 1),
                id -> String.valueOf(clusters.get(id))));
        return tasks;
    }

    private static String number(String id) {
        return id.split("-")[1];
    }

    private static TraceTask task(
            String name, RegisterTable held, RegisterTable sought, Function<String, String> person) {
        Map<String, List<Integer>> rows = new HashMap<>();
        for (int s = 0; s < sought.size(); s++) {
            rows.computeIfAbsent(person.apply(sought.id(s)), p -> new ArrayList<>())
                    .add(s);
        }
        Map<Long, List<String>> truth = new HashMap<>();
        for (int h = 0; h < held.size(); h++) {
            for (int s : rows.getOrDefault(person.apply(held.id(h)), List.of())) {
                truth.put((long) h << 32 | s, List.of());
            }
        }
        return new TraceTask(name, held, sought, truth.keySet(), truth);
    }

    private static RegisterTable part(RegisterTable all, IntPredicate which) {
        List<String> ids = new ArrayList<>();
        List<@Nullable String[]> rows = new ArrayList<>();
        for (int row = 0; row < all.size(); row++) {
            if (which.test(row)) {
                @Nullable String[] cells = new String[all.columns().size()];
                for (int c = 0; c < cells.length; c++) {
                    cells[c] = all.value(row, c);
                }
                ids.add(all.id(row));
                rows.add(cells);
            }
        }
        return new RegisterTable(all.columns(), ids, rows);
    }

    private static RegisterTable read(Path file) throws IOException {
        Map<String, Field> map = file.toString().contains("splink")
                ? Map.of("unique_id", Field.ID, "email", Field.SERVICE_NUMBER)
                : Map.of();
        return switch (RegisterReader.read(file, map)) {
            case ReadOutcome.Read read -> read.table();
            case ReadOutcome.Refused refused -> throw new IOException(refused.sentence());
        };
    }
}
