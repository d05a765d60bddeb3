package org.homeward.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.homeward.ledger.LogVerifier;
import org.homeward.ledger.NoteSigner;
import org.homeward.ledger.Result;
import org.homeward.protocol.envelope.Envelope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of a real process on real files: what was acknowledged is there, once, and the node starts again. */
class KillTest {
    private static final int CYCLES = Integer.getInteger("homeward.kill.cycles", 8);

    @Test
    void nothingAcknowledgedIsLostOrDoneTwiceHoweverOftenTheAgencyIsKilled(@TempDir Path home) throws Exception {
        KilledAgency.setUp(home);
        Random random = new Random(9);
        Set<String> acknowledged = new HashSet<>();
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx128m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledAgency.class.getName(),
                            home.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            int before = acknowledged.size();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                int enough = 1 + random.nextInt(20);
                String line;
                while (acknowledged.size() < before + enough && (line = lines.readLine()) != null) {
                    acknowledged.add(line);
                }
                // By its handle: the process object would also close the stream that is still to be read.
                process.toHandle().destroyForcibly();
                // What the process had still written before it died was acknowledged too.
                while ((line = lines.readLine()) != null) {
                    if (line.length() == 64) {
                        acknowledged.add(line);
                    }
                }
            }
            process.waitFor();
            assertThat(acknowledged.size()).as("cycle %d made progress", cycle).isGreaterThan(before);
        }
        NoteSigner signer = KilledAgency.signer(home);
        try (LedgerJointLog log =
                LedgerJointLog.open(home.resolve("joint"), signer.verifier().name(), List.of(signer))) {
            log.publish();
        }
        assertThat(LogVerifier.verify(
                        home.resolve("joint"), List.of(signer.verifier()), Optional.empty(), Optional.empty()))
                .as("the joint log is sound to a verifier that knows only its key")
                .matches(Result::accepted);
        ExchangeNode node = KilledAgency.start(home);
        List<String> kept = new ArrayList<>();
        for (Envelope envelope : node.batch(0, Integer.MAX_VALUE).envelopes()) {
            kept.add(envelope.digest());
        }
        assertThat(kept).doesNotHaveDuplicates().containsAll(acknowledged);
        assertThat(kept.size() - acknowledged.size())
                .as("at most one unacknowledged act a kill")
                .isLessThanOrEqualTo(CYCLES);
    }
}
