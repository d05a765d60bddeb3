package org.homeward.bench.tracing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.register.ReadOutcome;
import org.homeward.register.RegisterReader;
import org.homeward.register.RegisterTable;
import org.homeward.sample.SampleFiles;
import org.homeward.sample.SampleGenerator;
import org.homeward.sample.SampleSpec;

/**
 * Two registers with their truth.
 *
 * @param truth the true pairs, {@code heldRow << 32 | soughtRow}
 * @param errors what stands between the rows of each true pair, as the generator names it
 */
public record TraceTask(
        String name, RegisterTable held, RegisterTable sought, Set<Long> truth, Map<Long, List<String>> errors) {
    /** Both directions of a sample: Ukrainians held by the Russian side, and the other way round. */
    public static List<TraceTask> sample(long seed, SampleSpec spec) throws IOException {
        SampleGenerator.Sample sample = SampleGenerator.generate(seed, spec);
        Path folder = Files.createTempDirectory("homeward-bench");
        try {
            // As files, so that what is measured reads what a clerk would hand in.
            SampleFiles.write(sample, seed, folder);
            return List.of(
                    task("Ukrainians: Russian register held, Ukrainian sought", folder, "ru", "ua", sample.ofUa()),
                    task("Russians: Ukrainian register held, Russian sought", folder, "ua", "ru", sample.ofRu()));
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static TraceTask task(
            String name, Path folder, String holder, String seeker, List<SampleGenerator.TruePair> pairs)
            throws IOException {
        RegisterTable held = read(folder.resolve(holder + "-held.csv"));
        RegisterTable sought = read(folder.resolve(seeker + "-sought.csv"));
        Map<String, Integer> heldRows = rows(held);
        Map<String, Integer> soughtRows = rows(sought);
        Map<Long, List<String>> errors = new HashMap<>();
        for (SampleGenerator.TruePair pair : pairs) {
            long key = (long) heldRows.getOrDefault(pair.heldId(), -1) << 32
                    | soughtRows.getOrDefault(pair.soughtId(), -1);
            errors.put(key, pair.errors());
        }
        return new TraceTask(name, held, sought, Set.copyOf(errors.keySet()), errors);
    }

    private static RegisterTable read(Path file) throws IOException {
        return switch (RegisterReader.read(file, Map.of())) {
            case ReadOutcome.Read read -> read.table();
            case ReadOutcome.Refused refused -> throw new IllegalStateException(refused.sentence());
        };
    }

    private static Map<String, Integer> rows(RegisterTable table) {
        Map<String, Integer> rows = new HashMap<>();
        for (int row = 0; row < table.size(); row++) {
            rows.put(table.id(row), row);
        }
        return rows;
    }

    /** How many true pairs a one-to-one choice can have at most: a person who stands twice counts once. */
    public int people() {
        Map<Integer, Set<Integer>> ofSought = new HashMap<>();
        for (long pair : truth) {
            ofSought.computeIfAbsent((int) pair, s -> new HashSet<>()).add((int) (pair >> 32));
        }
        // Every held row of a person is paired with every sought row of his, so the rows of a person are one complete
        // block.
        Map<Set<Integer>, Integer> blocks = new HashMap<>();
        List<Integer> sizes = new ArrayList<>();
        for (Set<Integer> held : ofSought.values()) {
            blocks.merge(held, 1, Integer::sum);
        }
        blocks.forEach((held, sought) -> sizes.add(Math.min(held.size(), sought)));
        return sizes.stream().mapToInt(Integer::intValue).sum();
    }
}
