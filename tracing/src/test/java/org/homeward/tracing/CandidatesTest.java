package org.homeward.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.homeward.register.RegisterTable;
import org.junit.jupiter.api.Test;

final class CandidatesTest {
    private static final int ROWS = 600;
    /** How often each pair is given: so often that one thread's fill more than a chunk. */
    private static final int TIMES = 16;

    private final Features features;
    private final int[] held;
    private final int[] sought;
    private final Model model;

    CandidatesTest() {
        RegisterTable table = people();
        features = Features.common(table, table);
        held = features.encode(table);
        sought = features.encode(table);
        model = new Model(features, held, sought);
    }

    private static RegisterTable people() {
        String[] given = {"Іван", "Олег", "Тарас", "Микола", "Петро"};
        String[] lines = new String[ROWS];
        for (int i = 0; i < ROWS; i++) {
            lines[i] = "Коваль|" + given[i % 5] + "|Іванович|" + (1970 + i % 7) + "-02-01|Київ";
        }
        return Rows.persons(lines);
    }

    private Candidates candidates() {
        return new Candidates(features, model, held, sought);
    }

    private static void give(Candidates to, int fromHeld, int toHeld) {
        for (int h = fromHeld; h < toHeld; h++) {
            for (int s = 0; s < TIMES * ROWS; s++) {
                to.pair(h, s % ROWS);
            }
        }
    }

    /** Each pair and the levels it was kept with. */
    private static List<List<Long>> all(Candidates candidates) {
        List<List<Long>> all = new ArrayList<>();
        for (Candidates.Chunk chunk : candidates.take()) {
            for (int i = 0; i < chunk.size; i++) {
                all.add(List.of(chunk.pairs[i], candidates.patterns.patterns[chunk.patternOf[i]]));
            }
        }
        return all;
    }

    @Test
    void twoThreadsKeepTogetherWhatOneKeeps() {
        Candidates one = candidates();
        give(one, 0, ROWS);
        Candidates first = candidates();
        Candidates second = first.fork();
        give(first, 0, 350);
        give(second, 350, ROWS);
        first.add(second);

        List<List<Long>> kept = all(one);
        assertThat(kept.size()).isGreaterThan(1 << 17);
        assertThat(all(first).equals(kept)).isTrue();
        assertThat(first.seen).isEqualTo(one.seen);
    }

    @Test
    void whatWasTakenIsLetGo() {
        Candidates candidates = candidates();
        give(candidates, 0, 20);

        assertThat(all(candidates)).isNotEmpty();
        assertThat(all(candidates)).isEmpty();
    }
}
