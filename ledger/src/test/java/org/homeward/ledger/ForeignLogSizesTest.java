package org.homeward.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.ledger.ForeignLogs.TIME;
import static org.homeward.ledger.ForeignLogs.WITNESS;
import static org.homeward.ledger.ForeignLogs.entries;
import static org.homeward.ledger.ForeignLogs.policy;
import static org.homeward.ledger.ForeignLogs.said;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.homeward.ledger.ForeignLog.Signer;
import org.junit.jupiter.api.Test;

/** Logs of every size that our writer has not written: each holds, under all that others put into a checkpoint. */
class ForeignLogSizesTest {
    private static final List<String> ORIGINS =
            List.of("log.example/2026", "a", "бюро.приклад/журнал", "oid/1.3.6.1.4.1.44363.47.1", "سجل.example");

    private static final Signer SECOND = Signer.of("witness.example/w2", 6, 60);

    /** Lines that a client "MUST ignore": of unknown keys, of unknown kinds, and of a known name or a known id alone. */
    private static List<String> strangers(Signer log) {
        byte[] junk = new byte[64];
        Arrays.fill(junk, (byte) 7);
        return List.of(
                Signer.of("stranger.example", 1, 77).line("another text\n1\n", TIME),
                ForeignLog.line(log.name(), new byte[] {1, 2, 3, 4}, junk),
                ForeignLog.line("another.example", log.keyId(), junk),
                ForeignLog.line("kind.example", new byte[4], new byte[] {9}),
                ForeignLog.line("long.example", new byte[4], new byte[5_000]));
    }

    @Test
    void everySizeUpToSixHundredOfLogsOfSeveralNamesHoldsUnderAllItsSignatureLines() throws IOException {
        SplittableRandom random = new SplittableRandom(20260205);
        List<byte[]> all = entries(600);
        Map<Integer, String> earlier = new LinkedHashMap<>();
        for (int size = 0; size <= 600; size++) {
            String origin = ORIGINS.get(size % ORIGINS.size());
            Signer key = Signer.of(origin, size % 7 == 3 ? 6 : 1, 11 + size % ORIGINS.size());
            ForeignLog log = new ForeignLog(origin, all.subList(0, size));
            List<String> lines = new ArrayList<>(strangers(key));
            lines.add(key.line(log.body, TIME));
            lines.add(WITNESS.line(log.body, TIME + size));
            boolean both = size % 20 == 0;
            if (both) {
                lines.add(SECOND.line(log.body, 0));
            }
            Collections.shuffle(lines, new java.util.Random(random.nextLong()));
            log.sign(lines.toArray(String[]::new));
            String policy = both ? policy(key, WITNESS, SECOND) : policy(key, WITNESS);
            String before = earlier.get(size % 35);
            String said = said(log.files, policy, before);
            assertThat(said)
                    .startsWith(size + " entries add up to the root")
                    .contains("The log's signature holds.")
                    .contains("continues the checkpoint that the quorum co-signed of " + size);
            if (before != null) {
                assertThat(said).contains("continues the earlier checkpoint of " + (size - 35) + " entries");
            }
            // Five names and two kinds of key take turns every 35 sizes.
            earlier.put(size % 35, log.body + "\n" + key.line(log.body, TIME));
        }
        assertThat(earlier).hasSize(35);
    }

    @Test
    void aLogOfThreeLevelsAndOfPathsWithAnXHolds() throws IOException {
        Signer key = Signer.of("large.example", 1, 5);
        for (int size : new int[] {65_536, 70_000, 256_300}) {
            List<byte[]> entries = IntStream.range(0, size)
                    .mapToObj(i -> ByteBuffer.allocate(4).putInt(i).array())
                    .toList();
            ForeignLog log = new ForeignLog("large.example", entries);
            log.sign(key.line(log.body, 0));
            assertThat(log.files).containsKey(size > 256_000 ? "tile/0/x001/001.p/44" : "tile/2/000.p/1");
            assertThat(said(log.files, policy(key), null)).startsWith(size + " entries");
            byte[] upper = log.files.get("tile/2/000.p/" + size / 65_536);
            upper[31] ^= 1;
            assertThat(said(log.files, policy(key), null)).startsWith("verify.tile: ");
        }
    }

    @Test
    void anEntryOfTheGreatestLengthAndOneOfNoneHold() throws IOException {
        Signer key = Signer.of("wide.example", 1, 5);
        ForeignLog log = new ForeignLog("wide.example", List.of(new byte[65_535], new byte[0], new byte[65_535]));
        log.sign(key.line(log.body, 0));
        assertThat(said(log.files, policy(key), null)).startsWith("3 entries");
    }

    @Test
    void aFullTileStandsInForTheDeletedPartialOnesOfALogThatHasGrown() throws IOException {
        Signer key = Signer.of("grown.example", 1, 5);
        List<byte[]> entries = entries(512);
        ForeignLog grown = new ForeignLog("grown.example", entries);
        for (int size = 257; size < 512; size += 7) {
            ForeignLog log = new ForeignLog("grown.example", entries.subList(0, size));
            log.files.keySet().removeIf(name -> name.contains("001.p/"));
            log.files.put("tile/0/001", grown.files.get("tile/0/001"));
            log.files.put("tile/entries/001", grown.files.get("tile/entries/001"));
            log.sign(key.line(log.body, 0));
            assertThat(said(log.files, policy(key), null)).startsWith(size + " entries");
        }
    }
}
