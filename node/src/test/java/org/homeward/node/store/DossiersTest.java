package org.homeward.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.node.store.Dossiers.Printed;
import org.homeward.node.store.Dossiers.Statement;
import org.homeward.node.store.Papers.Paper;
import org.homeward.node.store.Registers.Batch;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.store.Twins.Pair;
import org.homeward.register.Answered;
import org.homeward.register.Column;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the store holds of a person beside his rows, on both engines: sealed, read back, and gone with him. */
class DossiersTest {
    private static final Instant NOON = Instant.parse("2026-02-05T12:00:00Z");
    private static final String SECRET = "a-word-that-nobody-else-writes";

    @TempDir
    Path folder;

    private static Batch takeIn(Store store, String sha256, String... keys) {
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < keys.length; i++) {
            rows.add(new String[] {"Sample " + i});
        }
        return store.registers()
                .add(
                        Kind.HELD,
                        sha256 + ".csv",
                        sha256,
                        new RegisterTable(
                                List.of(new Column("name", Field.FULL_NAME)), List.of(keys), new ArrayList<>(rows)),
                        "clerk",
                        NOON);
    }

    private static void say(Store store) {
        String mark = store.claims().mark(Kind.HELD, "k1", SECRET).orElseThrow();
        assertThat(store.claims()
                        .add(new Claims.Entry(Kind.HELD, "k1", mark, Claims.Said.CONFIRM, SECRET, "one", NOON)))
                .isTrue();
        assertThat(store.papers()
                        .add(
                                Kind.HELD,
                                "k1",
                                new Paper("p1", "image/png", 1, 1, 9, SECRET, SECRET, "one", NOON),
                                SECRET.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(store.dossiers()
                        .add(
                                Kind.HELD,
                                "k1",
                                new Statement(Field.RANK, Answered.GIVEN, SECRET, SECRET, "", "2026-01", "one", NOON)))
                .isTrue();
        store.dossiers().printed(Kind.HELD, "k1", new Printed("aa-1", "CAPTURE_CARD", "one", NOON));
        store.twins().add(new Twins.Entry(Kind.HELD, Pair.of("k2", "k1"), Twins.Said.SAME, "one", NOON));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsSaidOfAPersonIsReadBackAndGoesWithHisLastRow(Engine engine) throws Exception {
        try (Store store = engine.open(folder)) {
            Batch first = takeIn(store, "aa", "k1", "k2");
            say(store);
            assertThat(store.claims().of(Kind.HELD, "k1"))
                    .extracting(Claims.Entry::reason)
                    .containsExactly(SECRET);
            assertThat(store.claims().of(Kind.HELD)).hasSize(1);
            assertThat(store.papers().of(Kind.HELD, "k1"))
                    .extracting(Paper::title)
                    .containsExactly(SECRET);
            assertThat(store.papers().picture(Kind.HELD, "k1", "p1"))
                    .hasValueSatisfying(bytes ->
                            assertThat(bytes).asString(StandardCharsets.UTF_8).isEqualTo(SECRET));
            assertThat(store.papers().picture(Kind.HELD, "k2", "p1")).isEmpty();
            assertThat(store.dossiers().statements(Kind.HELD, "k1"))
                    .containsExactly(
                            new Statement(Field.RANK, Answered.GIVEN, SECRET, SECRET, "", "2026-01", "one", NOON));
            assertThat(store.dossiers().printed(Kind.HELD, "k1")).hasSize(1);
            assertThat(store.twins().of(Kind.HELD)).hasSize(1);
            assertThat(store.registers().histories(Kind.HELD, List.of("k2", "k1", "none")))
                    .containsOnlyKeys("k1", "k2");
            List<String> seen = new ArrayList<>();
            store.registers().each(Kind.HELD, row -> seen.add(row.key()));
            assertThat(seen).containsExactly("k1", "k2");

            Batch second = takeIn(store, "bb", "k1", "k2");
            store.registers().undo(first.id(), "clerk", NOON);
            assertThat(store.papers().of(Kind.HELD, "k1"))
                    .as("he is in another file")
                    .hasSize(1);
            store.registers().undo(second.id(), "clerk", NOON);

            assertThat(store.claims().of(Kind.HELD)).isEmpty();
            assertThat(store.papers().of(Kind.HELD, "k1")).isEmpty();
            assertThat(store.dossiers().statements(Kind.HELD, "k1")).isEmpty();
            assertThat(store.dossiers().printed(Kind.HELD, "k1")).isEmpty();
            assertThat(store.twins().of(Kind.HELD)).isEmpty();
            assertThat(store.claims().mark(Kind.HELD, "k1", SECRET)).isEmpty();
            assertThat(store.dossiers()
                            .add(
                                    Kind.HELD,
                                    "k1",
                                    new Statement(Field.RANK, Answered.GIVEN, "x", "x", "", "", "one", NOON)))
                    .as("nobody is there to be spoken of")
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void noMoreThanSoManyPicturesAreKeptAndOneIsDeletedAlone(Engine engine) throws Exception {
        try (Store store = engine.open(folder)) {
            takeIn(store, "aa", "k1");
            for (int i = 0; i <= Papers.MOST; i++) {
                boolean kept = store.papers()
                        .add(
                                Kind.HELD,
                                "k1",
                                new Paper("p" + i, "image/png", 1, 1, 9, "t", "", "one", NOON.plusSeconds(i)),
                                new byte[] {1});
                assertThat(kept).isEqualTo(i < Papers.MOST);
            }
            assertThat(store.papers().remove(Kind.HELD, "k1", "p3", "one", NOON))
                    .isTrue();
            assertThat(store.papers().remove(Kind.HELD, "k1", "p3", "one", NOON))
                    .isFalse();
            assertThat(store.papers().of(Kind.HELD, "k1")).hasSize(Papers.MOST - 1);
        }
    }

    @org.junit.jupiter.api.Test
    void noFileOfTheStoreHoldsAWordOfIt() throws Exception {
        try (Store store = Store.embedded(folder.resolve("homeward.db"))) {
            takeIn(store, "aa", "k1", "k2");
            say(store);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readAllBytes(file))
                            .asString(StandardCharsets.ISO_8859_1)
                            .doesNotContain(SECRET));
        }
    }
}
