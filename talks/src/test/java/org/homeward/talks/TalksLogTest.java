package org.homeward.talks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.homeward.protocol.json.MalformedJsonException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TalksLogTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void theExampleIsAdded() throws Exception {
        file = folder.resolve(TalksLog.FILE);
        Files.createFile(file);
        assertThat(TalksLog.add(folder, Example.entries())).isInstanceOf(TalksLog.Added.Ok.class);
    }

    @Test
    void whatWasAddedIsReadAgain() throws Exception {
        TalksLog log = ((TalksLog.Opened.Ok) TalksLog.read(folder)).log();

        assertThat(log.entries()).isEqualTo(Example.entries());
        assertThat(log.head()).matches("[0-9a-f]{64}");
    }

    @Test
    void anyChangedByteOfAWholeLineIsFound() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        String head = ((TalksLog.Opened.Ok) TalksLog.read(bytes)).log().head();
        Random random = new Random(4);
        for (int i = 0; i < 400; i++) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
            if (TalksLog.read(changed) instanceof TalksLog.Opened.Ok(TalksLog log)) {
                // Only the last line has no line after it that holds its hash: there the head tells.
                assertThat(log.head()).isNotEqualTo(head);
            }
        }
    }

    @Test
    void aLineThatWasCutOffDoesNotCountAndTheNextTakesItsPlace() throws Exception {
        int before = Example.entries().size();
        Files.writeString(file, "{\"entry\":{\"act\":{\"na", StandardOpenOption.APPEND);
        assertThat(((TalksLog.Opened.Ok) TalksLog.read(folder)).log().entries()).hasSize(before);

        Entry more = Example.entry("US", "{\"type\":\"ISSUE\",\"id\":\"more\",\"name\":{\"en\":\"x\"}}");
        assertThat(TalksLog.add(folder, List.of(more))).isInstanceOf(TalksLog.Added.Ok.class);
        assertThat(((TalksLog.Opened.Ok) TalksLog.read(folder)).log().entries()).hasSize(before + 1);
    }

    @Test
    void ofSeveralEntriesNoneIsAddedWhenOneDoesNotCount() throws Exception {
        byte[] before = Files.readAllBytes(file);
        Entry good = Example.entry("US", "{\"type\":\"ISSUE\",\"id\":\"more\",\"name\":{\"en\":\"x\"}}");

        assertThat(TalksLog.add(folder, List.of(good, good)))
                .isInstanceOfSatisfying(
                        TalksLog.Added.Refused.class,
                        refused -> assertThat(refused.number()).isEqualTo(2));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void mutatedActsAreEntriesOrASentence() throws Exception {
        String text = Example.text();
        Random random = new Random(8);
        int read = 0;
        for (int i = 0; i < 1500; i++) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int at = random.nextInt(bytes.length);
            for (int j = at; j < Math.min(bytes.length, at + random.nextInt(3)); j++) {
                bytes[j] = (byte) random.nextInt(128);
            }
            try {
                ActJson.entries(new String(bytes, StandardCharsets.UTF_8));
                read++;
            } catch (MalformedJsonException e) {
                assertThat(e.getMessage())
                        .isNotBlank()
                        .doesNotContain("org.homeward")
                        .hasLineCount(1);
            }
        }
        assertThat(read).isBetween(100, 1400);
    }
}
