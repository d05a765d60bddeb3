package org.homeward.talks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.json.MalformedJsonException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TalksLogTest {
    private static final SigningKey KEY = SigningKey.generate(new SecureRandom());
    private static final String ANY_HEAD = "0 " + "0".repeat(64);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void theExampleIsAdded() throws Exception {
        file = folder.resolve(TalksLog.FILE);
        TalksLog.create(folder);
        assertThat(TalksLog.add(folder, Example.entries(), KEY)).isInstanceOf(TalksLog.Added.Ok.class);
    }

    @Test
    void whatWasAddedIsReadAgain() throws Exception {
        TalksLog log = ((TalksLog.Opened.Ok) TalksLog.read(folder, null)).log();

        assertThat(log.entries()).isEqualTo(Example.entries());
        assertThat(log.head()).matches("[0-9a-f]{64}");
    }

    @Test
    void anyChangedByteOfAWholeLineIsFound() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        String head = ((TalksLog.Opened.Ok) TalksLog.read(bytes, null, ANY_HEAD))
                .log()
                .head();
        Random random = new Random(4);
        for (int i = 0; i < 80; i++) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
            if (TalksLog.read(changed, null, ANY_HEAD) instanceof TalksLog.Opened.Ok(TalksLog log)) {
                // Only the last line has no line after it that holds its hash: there the head tells.
                assertThat(log.head()).isNotEqualTo(head);
            }
        }
    }

    @Test
    void whoTypedAnEntryIsAmongWhatIsSignedAndAnEntryThatNamesNobodyIsWrittenAsBefore() throws Exception {
        Entry more = Example.entry("US", "{\"type\":\"ISSUE\",\"id\":\"more\",\"name\":{\"en\":\"x\"}}");
        assertThat(TalksLog.add(folder, List.of(more.typedBy("Q. Clerk")), KEY)).isInstanceOf(TalksLog.Added.Ok.class);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        assertThat(lines.getFirst()).doesNotContain("\"person\"");
        assertThat(((TalksLog.Opened.Ok) TalksLog.read(folder, null))
                        .log()
                        .entries()
                        .getLast()
                        .person())
                .isEqualTo("Q. Clerk");

        lines.set(lines.size() - 1, lines.getLast().replace("Q. Clerk", "Q. Other"));
        Files.write(file, lines);
        assertThat(fault()).contains("line " + lines.size()).contains("signature");
        assertThatThrownBy(() -> more.typedBy("x".repeat(Entry.LONGEST_PERSON + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String fault() throws Exception {
        return TalksLog.read(folder, null) instanceof TalksLog.Opened.Bad(String sentence) ? sentence : "";
    }

    /** Whoever rewrites the whole chain, hashes and all, lacks the key. */
    @Test
    void aLineWrittenAnewWithItsHashesMendedLacksTheSignature() throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        String forged = lines.getLast().replaceFirst("\"at\":\"2026", "\"at\":\"2025");
        assertThat(forged).isNotEqualTo(lines.getLast());
        lines.set(lines.size() - 1, forged);
        Files.write(file, lines);
        Files.writeString(folder.resolve(TalksLog.HEAD), ANY_HEAD);

        assertThat(fault())
                .isEqualTo("line " + lines.size()
                        + " of the log bears a signature that is not under these words: something was changed");
    }

    @Test
    void aCutLogIsNamedAtTheFirstEntryThatIsMissing() throws Exception {
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, lines.size() - 3));

        assertThat(fault()).startsWith("line " + (lines.size() - 2) + " of the log is missing: " + lines.size());
        assertThat(TalksLog.add(folder, List.of(), KEY)).isInstanceOf(TalksLog.Added.Broken.class);
    }

    @Test
    void aReorderedLogIsNamedAtTheEntry() throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        Collections.swap(lines, 4, 5);
        Files.write(file, lines);

        assertThat(fault()).startsWith("line 5 of the log does not follow the line before it");
    }

    @Test
    void anotherKeyNeitherAddsNorIsBelieved() throws Exception {
        SigningKey other = SigningKey.generate(new SecureRandom());

        assertThat(TalksLog.add(folder, List.of(), other))
                .isInstanceOfSatisfying(
                        TalksLog.Added.Broken.class,
                        broken ->
                                assertThat(broken.sentence()).contains("line 1").contains("another key"));
        assertThat(TalksLog.read(folder, other.publicText())).isInstanceOf(TalksLog.Opened.Bad.class);
        assertThat(TalksLog.read(folder, KEY.publicText())).isInstanceOf(TalksLog.Opened.Ok.class);
    }

    @Test
    void aLogThatIsLongerThanItsHeadIsOneWhoseWriterWasKilledInBetween() throws Exception {
        List<String> lines = Files.readAllLines(file);
        Files.writeString(folder.resolve(TalksLog.HEAD), ANY_HEAD);

        assertThat(((TalksLog.Opened.Ok) TalksLog.read(folder, null)).log().entries())
                .hasSize(lines.size());
    }

    @Test
    void aLineThatWasCutOffDoesNotCountAndTheNextTakesItsPlace() throws Exception {
        int before = Example.entries().size();
        Files.writeString(file, "{\"entry\":{\"act\":{\"na", StandardOpenOption.APPEND);
        assertThat(((TalksLog.Opened.Ok) TalksLog.read(folder, null)).log().entries())
                .hasSize(before);

        Entry more = Example.entry("US", "{\"type\":\"ISSUE\",\"id\":\"more\",\"name\":{\"en\":\"x\"}}");
        assertThat(TalksLog.add(folder, List.of(more), KEY)).isInstanceOf(TalksLog.Added.Ok.class);
        assertThat(((TalksLog.Opened.Ok) TalksLog.read(folder, null)).log().entries())
                .hasSize(before + 1);
    }

    @Test
    void ofSeveralEntriesNoneIsAddedWhenOneDoesNotCount() throws Exception {
        byte[] before = Files.readAllBytes(file);
        Entry good = Example.entry("US", "{\"type\":\"ISSUE\",\"id\":\"more\",\"name\":{\"en\":\"x\"}}");

        assertThat(TalksLog.add(folder, List.of(good, good), KEY))
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
