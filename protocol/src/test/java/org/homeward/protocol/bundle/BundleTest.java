package org.homeward.protocol.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.homeward.protocol.Actors;
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
        actors.walk();
        BundleWriter.write(out, actors.state, actors.sent, receipts());
        BundleWriter.seal(out, Actors.CASE, "med", actors.nodeKeys.get("med"));
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
