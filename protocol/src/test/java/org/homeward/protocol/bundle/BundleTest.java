package org.homeward.protocol.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.homeward.ledger.LogOptions;
import org.homeward.ledger.NoteSigner;
import org.homeward.ledger.SignedNote;
import org.homeward.ledger.TransparencyLog;
import org.homeward.protocol.Actors;
import org.homeward.protocol.envelope.JointEntry;
import org.homeward.protocol.envelope.Receipt;
import org.homeward.protocol.exchange.Act.ListedPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
    private final Actors actors = new Actors();

    @TempDir
    Path out;

    @BeforeEach
    void anAgreedCaseWrittenOut() throws IOException {
        actors.walkAndAmend();
        BundleWriter.write(out, actors.state, actors.sent, receipts());
        ledger(true);
        BundleWriter.seal(out, Actors.CASE, "med", actors.nodeKeys.get("med"));
    }

    /** The joint log of the acts, co-signed by both witnesses or by one. */
    private void ledger(boolean byBoth) throws IOException {
        Path folder = out.resolve("ledger");
        NoteSigner log = actors.ledgerKeys.get("med");
        try (TransparencyLog joint =
                TransparencyLog.open(folder, LogOptions.of(log.verifier().name(), List.of(log)))) {
            actors.sent.forEach(act -> joint.append(JointEntry.of(act).bytes()));
            SignedNote head = joint.publish();
            for (String id : byBoth ? List.of("aa", "bb") : List.of("aa")) {
                NoteSigner witness = actors.ledgerKeys.get(id);
                assertThat(joint.addCosignatures(
                                        head,
                                        List.of(witness.sign(head.text(), Actors.TIME.getEpochSecond())),
                                        List.of(witness.verifier()))
                                .accepted())
                        .isTrue();
            }
        }
        // What a bundle holds of a log: its checkpoints and its static files.
        Files.deleteIfExists(folder.resolve(".lock"));
        Files.deleteIfExists(folder.resolve("entries.wal"));
    }

    @Test
    void aLogThatOneWitnessDidNotCosignIsNotEnough() throws IOException {
        try (Stream<Path> files = Files.walk(out.resolve("ledger"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        ledger(false);
        assertThat(BundleVerifier.verify(out).findings()).anySatisfy(f -> {
            assertThat(f.file()).isEqualTo("ledger");
            assertThat(f.holds()).isFalse();
            assertThat(f.sentence()).contains("bb");
        });
    }

    private List<Receipt> receipts() {
        return actors.sent.stream()
                .map(e -> Receipt.sign(
                        Actors.CASE, e.digest(), "med", Actors.TIME, "ACCEPTED", actors.nodeKeys.get("med")))
                .toList();
    }

    @Test
    void holdsAsItWasWritten() throws IOException {
        var report = BundleVerifier.verify(out);
        assertThat(report.findings())
                .allMatch(Finding::holds)
                .extracting(Finding::sentence)
                .contains("Signed by aa, bb, med over exactly these bytes.", "Every act has a signed receipt.");
        assertThat(report.enrolment()).isEqualTo(actors.participants.digest());
    }

    @Test
    void oneChangedByteInAnyFileNamesThatFile() throws IOException {
        Random random = new Random(5);
        List<Path> files;
        try (Stream<Path> all = Files.walk(out)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            byte[] sound = Files.readAllBytes(file);
            for (int i = 0; i < 8; i++) {
                byte[] changed = sound.clone();
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, changed);
                assertThat(BundleVerifier.verify(out).findings()).anySatisfy(f -> {
                    assertThat(f.holds()).isFalse();
                    assertThat(out.resolve(f.file())).isEqualTo(file);
                });
            }
            Files.write(file, sound);
        }
        assertThat(BundleVerifier.verify(out).holds()).isTrue();
    }

    @Test
    void aRemovedAndAnAddedFileAreNamed() throws IOException {
        Files.delete(out.resolve("lists/aa.csv"));
        Files.writeString(out.resolve("lists/extra.csv"), "x");
        assertThat(BundleVerifier.verify(out).findings())
                .filteredOn(f -> !f.holds())
                .extracting(Finding::file)
                .contains("lists/aa.csv", "lists/extra.csv");
    }

    @Test
    void aDishonestMediatorCannotResealAChangedAgreement() throws IOException {
        Path file = out.resolve("agreement.json");
        Files.writeString(file, Files.readString(file).replace("longest held", "longest helt"));
        BundleWriter.seal(out, Actors.CASE, "med", actors.nodeKeys.get("med"));
        assertThat(BundleVerifier.verify(out).findings())
                .filteredOn(f -> !f.holds())
                .extracting(Finding::sentence)
                .anyMatch(s -> s.contains("does not verify over these bytes"));
    }

    @Test
    void aVersionInForceThatLeavesOutTheLastAmendmentIsFoundEvenUnderANewManifest() throws IOException {
        for (String part : List.of(".json", ".signatures.json")) {
            Files.move(
                    out.resolve("versions/1" + part),
                    out.resolve("agreement" + part),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        BundleWriter.seal(out, Actors.CASE, "med", actors.nodeKeys.get("med"));
        assertThat(BundleVerifier.verify(out).findings())
                .filteredOn(f -> !f.holds())
                .extracting(Finding::sentence)
                .contains("This is version 1 of the lists, and the acts have signed 2.");
    }

    @Test
    void aVersionIsTheOneBeforeItWithTheChangesThatItNames() throws IOException {
        Path first = out.resolve("versions/1.json");
        Files.writeString(first, Files.readString(first).replace("longest held", "longest helt"));
        BundleWriter.seal(out, Actors.CASE, "med", actors.nodeKeys.get("med"));
        assertThat(BundleVerifier.verify(out).findings())
                .filteredOn(f -> !f.holds())
                .extracting(Finding::sentence)
                .contains("This version is not the one before it with the changes that it names.");
    }

    @Test
    void anActLeftOutIsMissedEvenUnderANewManifest() throws IOException {
        Files.delete(out.resolve("envelopes/000001.json"));
        Files.move(out.resolve("envelopes/000002.json"), out.resolve("envelopes/000001.json"));
        BundleWriter.seal(out, Actors.CASE, "med", actors.nodeKeys.get("med"));
        assertThat(BundleVerifier.verify(out).holds()).isFalse();
    }

    @Test
    void aCaseThatIsNotAgreedIsNotWrittenOut() {
        Actors fresh = new Actors();
        assertThatThrownBy(() -> BundleWriter.write(out, fresh.state, List.of(), List.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aCellThatASpreadsheetWouldRunIsDisarmed() {
        var person = new ListedPerson(1, "l", "t", "=HYPERLINK(\"x\")", "+1", null, null, "soldier", "2022", "why");
        assertThat(new String(ListCsv.bytes(List.of(person)), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"'=HYPERLINK(\"\"x\"\")\",\"'+1\"");
    }
}
