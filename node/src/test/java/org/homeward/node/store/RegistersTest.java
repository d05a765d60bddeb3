package org.homeward.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.homeward.node.store.Registers.Batch;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.store.Registers.Row;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of the registers, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
class RegistersTest {
    private static final Instant NOON = Instant.parse("2026-02-05T12:00:00Z");
    private static final Column NAME = new Column("П.І.Б.", Field.FULL_NAME);
    private static final Column BORN = new Column("born", Field.BIRTH_DATE);

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private Store store;
    private Registers registers;

    @BeforeEach
    void open() throws Exception {
        store = engine.open(folder);
        registers = store.registers();
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
    }

    @Test
    void whatWasTakenInIsReadBackAsTheFileHadIt() {
        Batch batch = registers.add(
                Kind.HELD,
                "a.csv",
                "aa",
                table(List.of(NAME, BORN), row("k1", "Ткач \"Їжак\" Ігор", null), row("k2", "O'Neil\\, б", "1990")),
                "clerk",
                NOON);
        RegisterTable read = registers.table(Kind.HELD);
        assertThat(rows(read)).containsExactly("k1|Ткач \"Їжак\" Ігор|null", "k2|O'Neil\\, б|1990");
        assertThat(read.columns()).containsExactly(NAME, BORN);
        assertThat(registers.batches(Kind.HELD)).containsExactly(batch);
        assertThat(batch).isEqualTo(new Batch(batch.id(), Kind.HELD, "a.csv", "aa", 2, "clerk", NOON));
    }

    @Test
    void whatExpiresIsWipedFromEveryBatchAndOnlyThat() {
        Column expiry = new Column("expiry_date", Field.EXPIRY);
        Column id = new Column("id", Field.ID);
        registers.add(
                Kind.HELD, "a", "aa", table(List.of(NAME, id), row("k1", "A", "k1"), row("k2", "B", "k2")), "c", NOON);
        registers.add(
                Kind.HELD,
                "b",
                "bb",
                table(
                        List.of(NAME, id, expiry),
                        row("k1", "A2", "k1", "2026-02-05T11:59:59Z"),
                        row("k3", "C", "k3", "2026-02-05"),
                        row("k4", "D", "k4", "never")),
                "c",
                NOON);
        assertThat(registers.expire(NOON)).isEqualTo(2);
        assertThat(registers.expire(NOON)).as("once").isZero();
        assertThat(registers.history(Kind.HELD, "k1"))
                .extracting(Row::cells)
                .containsExactly(Map.of(id, "k1"), Map.of(id, "k1", expiry, "2026-02-05T11:59:59Z"));
        assertThat(registers.row(Kind.HELD, "k2").orElseThrow().cells()).containsEntry(NAME, "B");
        assertThat(registers.row(Kind.HELD, "k3").orElseThrow().cells())
                .as("a day lasts to its end")
                .containsEntry(NAME, "C");
        assertThat(registers.row(Kind.HELD, "k4").orElseThrow().cells()).containsEntry(NAME, "D");
        assertThat(registers.expire(NOON.plusSeconds(43_201))).isEqualTo(1);
    }

    @Test
    void theTwoRegistersDoNotSeeEachOther() {
        add(Kind.HELD, "aa", row("k1", "held"));
        add(Kind.SOUGHT, "aa", row("k1", "sought"));
        assertThat(rows(registers.table(Kind.HELD))).containsExactly("k1|held");
        assertThat(rows(registers.table(Kind.SOUGHT))).containsExactly("k1|sought");
        assertThat(registers.row(Kind.SOUGHT, "k1").orElseThrow().cells()).containsEntry(NAME, "sought");
    }

    @Test
    void ofOneKeyTheNewestBatchCountsAndTakingItBackBringsTheOlderRowBack() {
        add(Kind.HELD, "aa", row("k1", "old"), row("k2", "second"));
        Batch newer = add(Kind.HELD, "bb", row("k1", "new"), row("k3", "third"));
        assertThat(rows(registers.table(Kind.HELD))).containsExactly("k1|new", "k2|second", "k3|third");
        assertThat(registers.row(Kind.HELD, "k1").orElseThrow().cells()).containsEntry(NAME, "new");
        assertThat(registers.size(Kind.HELD)).isEqualTo(3);
        assertThat(registers.undo(newer.id(), "clerk", NOON)).isTrue();
        assertThat(registers.undo(newer.id(), "clerk", NOON))
                .as("it is gone already")
                .isFalse();
        assertThat(rows(registers.table(Kind.HELD))).containsExactly("k1|old", "k2|second");
        assertThat(registers.row(Kind.HELD, "k1").orElseThrow().cells()).containsEntry(NAME, "old");
        assertThat(registers.row(Kind.HELD, "k3")).isEmpty();
        assertThat(registers.size(Kind.HELD)).isEqualTo(2);
    }

    @Test
    void filesWithOtherColumnsGiveOneTableWithAllOfThem() {
        add(Kind.HELD, "aa", row("k1", "one"));
        registers.add(Kind.HELD, "b.csv", "bb", table(List.of(BORN, NAME), row("k2", "1990", "two")), "clerk", NOON);
        assertThat(rows(registers.table(Kind.HELD))).containsExactly("k1|one|null", "k2|two|1990");
        assertThat(registers.row(Kind.HELD, "k2").orElseThrow().cells()).isEqualTo(Map.of(BORN, "1990", NAME, "two"));
    }

    @Test
    void pagesGiveEveryRowThatCountsOnce() {
        add(Kind.HELD, "aa", row("k1", "old"), row("k2", "b"), row("k3", "c"));
        add(Kind.HELD, "bb", row("k1", "new"), row("k4", "d"));
        List<String> seen = new ArrayList<>();
        Row last = null;
        for (List<Row> page = registers.page(Kind.HELD, null, 2);
                !page.isEmpty();
                page = registers.page(Kind.HELD, last, 2)) {
            assertThat(page).hasSizeLessThanOrEqualTo(2);
            page.forEach(row -> seen.add(row.key() + "|" + row.cells().get(NAME)));
            last = page.getLast();
        }
        assertThat(seen).containsExactly("k2|b", "k3|c", "k1|new", "k4|d");
    }

    @Test
    void twoPeopleWhoTakeTheSameFileInAtOnceMakeOneBatch() throws Exception {
        List<Batch> batches = atOnce(
                8, n -> registers.add(Kind.HELD, "a.csv", "aa", table(List.of(NAME), row("k", "a")), "c" + n, NOON));
        assertThat(batches.stream().distinct()).hasSize(1);
        assertThat(registers.batches(Kind.HELD)).containsExactly(batches.getFirst());
    }

    @Test
    void twoPeopleWhoTakeDifferentFilesInAtOnceBothSucceed() throws Exception {
        List<Batch> batches = atOnce(
                8,
                n -> registers.add(
                        Kind.HELD, "a.csv", "sha" + n, table(List.of(NAME), row("k" + n, "a")), "clerk", NOON));
        assertThat(registers.batches(Kind.HELD)).containsExactlyInAnyOrderElementsOf(batches);
        assertThat(registers.size(Kind.HELD)).isEqualTo(8);
    }

    @Test
    void whoReadsWhileBatchesComeAndGoNeverSeesHalfABatch() throws Exception {
        add(Kind.HELD, "base", row("k", "a"));
        List<Integer> seen = atOnce(4, n -> {
            int odd = 0;
            for (int i = 0; i < 15; i++) {
                if (n % 2 == 0) {
                    Batch batch = registers.add(
                            Kind.HELD,
                            "b.csv",
                            n + "-" + i,
                            table(List.of(BORN), row(n + "a", "1990"), row(n + "b", "1991")),
                            "clerk",
                            NOON);
                    registers.undo(batch.id(), "clerk", NOON);
                } else {
                    RegisterTable table = registers.table(Kind.HELD);
                    for (String row : rows(table)) {
                        // A row without its batch's columns would come out blank.
                        odd += row.endsWith("|null|null") ? 1 : 0;
                    }
                    odd += table.size() % 2 == 1 ? 0 : 1;
                }
            }
            return odd;
        });
        assertThat(seen).containsOnly(0);
    }

    /** Pages and the number of rows are kept up to date batch by batch; the table is put together anew each time. */
    @Test
    void pagesAndNumbersAreThoseOfTheTableWhateverComesAndGoes() {
        Random random = new Random(20260205);
        for (int step = 0; step < 60; step++) {
            Kind kind = random.nextInt(4) == 0 ? Kind.SOUGHT : Kind.HELD;
            List<Batch> there = registers.batches(kind);
            if (there.size() > 1 && random.nextInt(3) == 0) {
                registers.undo(there.get(random.nextInt(there.size())).id(), "clerk", NOON);
            } else {
                int first = random.nextInt(8);
                String name = "s" + step;
                add(
                        kind,
                        name,
                        IntStream.range(first, first + 1 + random.nextInt(6))
                                .mapToObj(k -> row("k" + k, name + "-" + k))
                                .toArray(String[][]::new));
            }
            for (Kind each : Kind.values()) {
                RegisterTable table = registers.table(each);
                List<Row> paged = new ArrayList<>();
                for (List<Row> page = registers.page(each, null, 3);
                        !page.isEmpty();
                        page = registers.page(each, page.getLast(), 3)) {
                    paged.addAll(page);
                }
                assertThat(registers.size(each)).isEqualTo(table.size());
                assertThat(paged.stream().map(r -> r.key() + "|" + r.cells().get(NAME)))
                        .containsExactlyInAnyOrderElementsOf(rows(table));
            }
        }
    }

    @Test
    void aBatchThatFailsHalfWayLeavesNothing() {
        RegisterTable twice = table(List.of(NAME), row("k1", "a"), row("k2", "b"), row("k1", "a key again"));
        assertThatThrownBy(() -> registers.add(Kind.HELD, "a.csv", "aa", twice, "clerk", NOON))
                .isInstanceOf(RuntimeException.class);
        assertThat(registers.batches(Kind.HELD)).isEmpty();
        assertThat(registers.size(Kind.HELD)).isZero();
        add(Kind.HELD, "bb", row("k1", "and the store goes on"));
        assertThat(registers.size(Kind.HELD)).isEqualTo(1);
    }

    private Batch add(Kind kind, String sha256, String[]... rows) {
        return registers.add(kind, sha256 + ".csv", sha256, table(List.of(NAME), rows), "clerk", NOON);
    }

    static String[] row(String key, String... cells) {
        String[] row = new String[cells.length + 1];
        row[0] = key;
        System.arraycopy(cells, 0, row, 1, cells.length);
        return row;
    }

    static RegisterTable table(List<Column> columns, String[]... rows) {
        List<String> ids = new ArrayList<>();
        List<String[]> cells = new ArrayList<>();
        for (String[] row : rows) {
            ids.add(row[0]);
            cells.add(java.util.Arrays.copyOfRange(row, 1, row.length));
        }
        return new RegisterTable(columns, ids, cells);
    }

    private static List<String> rows(RegisterTable table) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            StringBuilder text = new StringBuilder(table.id(row));
            for (int column = 0; column < table.columns().size(); column++) {
                text.append('|').append(table.value(row, column));
            }
            rows.add(text.toString());
        }
        return rows;
    }

    private interface Job<T> {
        T run(int number) throws Exception;
    }

    private static <T> List<T> atOnce(int threads, Job<T> job) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                futures.add(executor.submit(() -> {
                    start.await();
                    return job.run(number);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
