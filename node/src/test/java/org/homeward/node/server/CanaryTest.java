package org.homeward.node.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.homeward.node.desk.ExchangeDesk.OwnRegisters;
import org.homeward.node.release.ReleaseGate;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.store.Store;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.Sealer;
import org.homeward.protocol.exchange.Phase;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.register.RegisterTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A word of its own in every cell of B's registers that is not released, through a whole case on real stores: none is in anything that A
 * has, in any of ten forms.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanaryTest {
    /** Rows of those whom A seeks: their first seven columns are released to it. */
    private static final int LISTED = 12;

    @TempDir(factory = InMemory.class)
    static Path home;

    private final Random random = new Random(20260205);
    private final Set<String> canaries = new LinkedHashSet<>();
    private CanaryScanner scanner;
    private final List<byte[]> received = new ArrayList<>();
    private final List<byte[]> opened = new ArrayList<>();
    /** The registers of A and B as their keys open them: in the files the cells are sealed. */
    private byte[] registersOfA = new byte[0];

    private byte[] registersOfB = new byte[0];

    @BeforeAll
    void aCaseBetweenRegistersFullOfCanaries() throws Exception {
        Hidden hidden = new Hidden(3);
        RegisterTable held = planted(hidden.heldByB(), LISTED, 7);
        RegisterTable sought = planted(hidden.soughtByB(), LISTED, 5);
        for (String id : List.of("aa", "bb")) {
            Files.createDirectories(home.resolve(id));
        }
        try (Store ofA = Store.embedded(home.resolve("aa/homeward.db"));
                Store ofB = Store.embedded(home.resolve("bb/homeward.db"))) {
            keep(ofA, Kind.HELD, Hidden.heldByA(), "held.csv");
            keep(ofA, Kind.SOUGHT, Hidden.soughtByA(), "sought.csv");
            keep(ofB, Kind.HELD, held, canary() + ".csv");
            keep(ofB, Kind.SOUGHT, sought, canary() + ".csv");
            try (IsolationWorld world = new IsolationWorld(
                    home, hidden, Plant.NONE, new ReleaseGate(), registers(ofA), registers(ofB), List.of())) {
                world.run();
                assertThat(world.phase()).isEqualTo(Phase.AGREED);
                received.addAll(world.watch.received);
                for (Envelope envelope : world.room("aa").node().envelopes()) {
                    opened.add(CanonicalJson.bytes(Sealer.open(
                                    envelope,
                                    "aa",
                                    world.room("aa").node().identity().sealing())
                            .orElseThrow()
                            .act()));
                }
            }
            registersOfA = readOut(ofA);
            registersOfB = readOut(ofB);
        }
        scanner = new CanaryScanner(canaries);
    }

    private String canary() {
        StringBuilder word = new StringBuilder("ъ");
        boolean latin = canaries.size() % 3 == 0;
        for (int i = 0; i < 10; i++) {
            word.append((latin ? "bdfghjkmpqrtvwxz" : "бгджзйкмпрфхцчшщ").charAt(random.nextInt(16)));
        }
        String made = latin ? word.substring(1) : word.toString();
        canaries.add(made);
        return made;
    }

    /** The register with a canary in every cell but those that are released, and as the key of every row. */
    private RegisterTable planted(RegisterTable table, int listed, int released) {
        List<String> ids = new ArrayList<>();
        List<String[]> rows = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            ids.add(canary());
            String[] cells = new String[table.columns().size()];
            for (int c = 0; c < cells.length; c++) {
                cells[c] = row < listed && c < released ? table.value(row, c) : canary();
            }
            rows.add(cells);
        }
        return new RegisterTable(table.columns(), ids, rows);
    }

    private static void keep(Store store, Kind kind, RegisterTable table, String file) throws Exception {
        store.registers().add(kind, file, "00".repeat(32), table, "clerk", Instant.parse("2026-02-01T00:00:00Z"));
    }

    private static byte[] readOut(Store store) {
        StringBuilder text = new StringBuilder();
        for (Kind kind : Kind.values()) {
            RegisterTable table = store.registers().table(kind);
            for (int row = 0; row < table.size(); row++) {
                text.append(table.id(row)).append('\n');
                for (int c = 0; c < table.columns().size(); c++) {
                    text.append(table.value(row, c)).append('\n');
                }
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static OwnRegisters registers(Store store) {
        return new OwnRegisters() {
            @Override
            public RegisterTable held() {
                return store.registers().table(Kind.HELD);
            }

            @Override
            public RegisterTable sought() {
                return store.registers().table(Kind.SOUGHT);
            }
        };
    }

    /** All files below, each with its name. */
    private static byte[] all(Path folder) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted().forEach(file -> {
                all.writeBytes(file.toString().getBytes(StandardCharsets.UTF_8));
                try {
                    if (Files.isRegularFile(file)) {
                        all.writeBytes(Files.readAllBytes(file));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return all.toByteArray();
    }

    @Test
    void noCanaryIsInAnythingThatAHas() throws IOException {
        assertThat(canaries).hasSizeGreaterThan(200);
        assertThat(scanner.find(all(home.resolve("aa"))))
                .as("A's home and store")
                .isEmpty();
        assertThat(scanner.find(registersOfA)).as("A's registers").isEmpty();
        Set<String> found = new TreeSet<>();
        received.forEach(bytes -> found.addAll(scanner.find(bytes)));
        assertThat(found).as("answers and packages").isEmpty();
        opened.forEach(bytes -> found.addAll(scanner.find(bytes)));
        assertThat(found).as("acts, opened with A's key").isEmpty();
        assertThat(scanner.find(all(home.resolve("med"))))
                .as("the agency's home")
                .isEmpty();
    }

    @Test
    void whatWasReleasedIsThere() {
        CanaryScanner released = new CanaryScanner(List.of(Hidden.surname(0) + "", Hidden.surname(20)));
        Set<String> found = new TreeSet<>();
        opened.forEach(bytes -> found.addAll(released.find(bytes)));
        assertThat(found).contains("UTF-8: " + Hidden.surname(0), "UTF-8: " + Hidden.surname(20));
    }

    /** Without this, a scanner that finds nothing would look like a node that leaks nothing. */
    @Test
    void theyAreAllAtBAndOneThatIsPlantedIsFoundInEveryForm() throws IOException {
        Set<String> atB = new TreeSet<>(scanner.find(registersOfB));
        atB.addAll(scanner.find(all(home.resolve("bb"))));
        assertThat(atB)
                .as("B's own store has every one")
                .containsAll(canaries.stream().map(word -> "UTF-8: " + word).toList());
        for (String word : List.copyOf(canaries).subList(0, 9)) {
            CanaryScanner.forms(word).forEach((encoding, forms) -> {
                for (byte[] form : forms) {
                    byte[] hay = new byte[997 + form.length];
                    new Random(form.length).nextBytes(hay);
                    System.arraycopy(form, 0, hay, 131, form.length);
                    assertThat(scanner.find(hay)).as(encoding).anyMatch(hit -> hit.endsWith(": " + word));
                }
            });
        }
    }
}
