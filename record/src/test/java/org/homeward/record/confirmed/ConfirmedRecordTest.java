package org.homeward.record.confirmed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfirmedRecordTest {
    @TempDir
    Path folder;

    private ConfirmedRecord open() {
        return ((ConfirmedRecord.Opening.Opened) ConfirmedRecord.open(folder)).record();
    }

    private List<String> entries() throws Exception {
        try (ConfirmedRecord record = open()) {
            return record.lines().stream().map(ConfirmedRecord.Line::entry).toList();
        }
    }

    private void write(String... entries) throws Exception {
        try (ConfirmedRecord record = open()) {
            for (String entry : entries) {
                record.append(entry);
            }
        }
    }

    @Test
    void entriesAreReadBackInTheirOrder() throws Exception {
        write("один", "two");
        write("three");
        assertThat(entries()).containsExactly("один", "two", "three");
    }

    @Test
    void everyFlippedBitIsFoundOrLeavesAnUnfinishedLastLine() throws Exception {
        write("one", "two");
        Path file = folder.resolve("record.log");
        byte[] whole = Files.readAllBytes(file);
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] changed = whole.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, changed);
            if (ConfirmedRecord.open(folder) instanceof ConfirmedRecord.Opening.Opened opened) {
                // Only the last line feed: the line is then one that was never acknowledged.
                assertThat(bit / 8).isEqualTo(whole.length - 1);
                opened.record().close();
            }
        }
    }

    @Test
    void aLineLeftOutOrMovedIsNamed() throws Exception {
        write("one", "two", "three");
        Path file = folder.resolve("record.log");
        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, lines.get(0) + "\n" + lines.get(2) + "\n");
        assertThat(((ConfirmedRecord.Opening.Refused) ConfirmedRecord.open(folder)).sentence())
                .contains("line 2");
    }

    @Test
    void whateverPartOfALineReachedTheDiskTheAcknowledgedOnesStayAndTheNextIsWritten() throws Exception {
        write("one");
        Path file = folder.resolve("record.log");
        byte[] acknowledged = Files.readAllBytes(file);
        write("two");
        byte[] whole = Files.readAllBytes(file);
        for (int cut = acknowledged.length; cut < whole.length; cut++) {
            Files.write(file, Arrays.copyOf(whole, cut));
            assertThat(entries()).containsExactly("one");
            write("after");
            assertThat(entries()).containsExactly("one", "after");
        }
    }

    @Test
    void twoAtOnceAreRefused() throws Exception {
        try (ConfirmedRecord first = open()) {
            assertThat(first.lines()).isEmpty();
            assertThat(ConfirmedRecord.open(folder)).isInstanceOf(ConfirmedRecord.Opening.Refused.class);
        }
        Files.write(
                folder.resolve("record.log"), "no line\n".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        assertThat(ConfirmedRecord.open(folder)).isInstanceOf(ConfirmedRecord.Opening.Refused.class);
    }

    @Test
    void onlyValuesOfOneKeyNearInTimeDiffer() {
        LocalDate day = LocalDate.of(2026, 2, 5);
        Reported a = new Reported(1, "figure", "exchanged prisoners", day, "number", "314", "314 prisoners");
        Reported b = new Reported(2, "figure", "exchanged prisoners", day.plusDays(1), "number", "157", "157 POWs");
        Reported far = new Reported(3, "figure", "exchanged prisoners", day.plusDays(9), "number", "150", "150");
        Reported killed = new Reported(4, "figure", "killed soldiers", day, "number", "55000", "55,000 troops");
        Reported same = new Reported(5, "figure", "exchanged prisoners", day, "number", "314", "314 пленных");
        assertThat(Conflicts.among(List.of(a, b, far, killed, same)))
                .containsExactly(new Conflicts.Pair(a, b), new Conflicts.Pair(b, same));
        assertThat(List.of(Conflicts.unit("POWs"), Conflicts.unit("військовополонених"), Conflicts.unit("пленных")))
                .containsOnly("prisoners");
    }
}
