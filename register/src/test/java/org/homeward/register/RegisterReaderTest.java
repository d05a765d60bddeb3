package org.homeward.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.homeward.register.ReadOutcome.Code;
import org.homeward.register.ReadOutcome.Read;
import org.homeward.register.ReadOutcome.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterReaderTest {
    private static final String UKRAINIAN = "Прізвище;Ім'я;По батькові;Дата народження\nТестенко;Іван;;1990\n";

    private static ReadOutcome read(byte[] bytes) {
        return RegisterReader.read("file.csv", bytes, Map.of(), Instant.EPOCH);
    }

    private static Read sound(byte[] bytes) {
        assertThat(read(bytes)).isInstanceOf(Read.class);
        return (Read) read(bytes);
    }

    private static Code refusal(String text) {
        return ((Refused) read(text.getBytes(StandardCharsets.UTF_8))).code();
    }

    @Test
    void findsEncodingSeparatorAndColumnsByTheirNames() {
        for (String charset : new String[] {"UTF-8", "windows-1251"}) {
            Read read = sound(UKRAINIAN.getBytes(Charset.forName(charset)));
            assertThat(read.seen().encoding()).isEqualTo(charset);
            assertThat(read.seen().separator()).isEqualTo(';');
            assertThat(read.table().value(0, read.table().column(Field.SURNAME)))
                    .isEqualTo("Тестенко");
            assertThat(read.table().value(0, read.table().column(Field.PATRONYMIC)))
                    .isNull();
            assertThat(read.table().id(0)).isEqualTo("row 1");
        }
        assertThat(sound(("\uFEFF" + UKRAINIAN).getBytes(StandardCharsets.UTF_16LE))
                        .seen()
                        .encoding())
                .isEqualTo("UTF-16LE");
    }

    @Test
    void readsAHeaderBelowHelpRows() {
        Read read = sound("How to fill this in\n\nid,surname,given_name\n7,Doe,Jan\n".getBytes(StandardCharsets.UTF_8));
        assertThat(read.table().id(0)).isEqualTo("7");
    }

    @Test
    void aMapGivesAMeaningToAColumnThatIsNotRecognised() {
        byte[] bytes = "x,y\nDoe,Jan\n".getBytes(StandardCharsets.UTF_8);
        assertThat(read(bytes)).isInstanceOf(Refused.class);
        Map<String, Field> map = Map.of("x", Field.SURNAME, "y", Field.GIVEN_NAME);
        assertThat(RegisterReader.read("f", bytes, map, Instant.EPOCH)).isInstanceOf(Read.class);
        assertThat(((Refused) RegisterReader.read(
                                "f", "id,surname\n1,A\n".getBytes(StandardCharsets.UTF_8), map, Instant.EPOCH))
                        .code())
                .isEqualTo(Code.BAD_MAP);
    }

    @Test
    void refusesWhatIsNotARegisterInOneSentence() {
        assertThat(refusal("")).isEqualTo(Code.EMPTY);
        assertThat(refusal("%PDF-1.7 ...")).isEqualTo(Code.NOT_TEXT);
        assertThat(refusal("PK\u0003\u0004")).isEqualTo(Code.BAD_WORKBOOK);
        assertThat(refusal("id,surname\n1,A\0B\n")).isEqualTo(Code.NOT_TEXT);
        assertThat(refusal("1,2,3\n4,5,6\n")).isEqualTo(Code.NO_HEADER);
        assertThat(refusal("id,surname\n")).isEqualTo(Code.NO_ROWS);
        assertThat(refusal("id,surname\n1,A\n1,B\n")).isEqualTo(Code.DUPLICATE_ID);
        assertThat(refusal("id,surname\n1,A,B,C\n")).isEqualTo(Code.BROKEN_ROW);
        String wide = IntStream.range(0, 1_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        assertThat(refusal("id,surname," + wide + "\n1,A\n")).isEqualTo(Code.TOO_MANY_COLUMNS);
        assertThat(((Refused) read(new byte[] {(byte) 0xC3, 0x28, (byte) 0xA0, (byte) 0xA1})).code())
                .isEqualTo(Code.NOT_TEXT);
    }

    @Test
    void refusesAFileOfTwoGibibytesWithoutReadingIt(@TempDir Path folder) throws IOException {
        Path huge = folder.resolve("huge.csv");
        try (var channel = new java.io.RandomAccessFile(huge.toFile(), "rw")) {
            channel.setLength(2L << 30);
        }
        assertThat(((Refused) RegisterReader.read(huge, Map.of())).code()).isEqualTo(Code.TOO_LARGE);
        assertThat(((Refused) RegisterReader.read(folder.resolve("none.csv"), Map.of())).code())
                .isEqualTo(Code.UNREADABLE);
        assertThat(Files.exists(huge)).isTrue();
    }

    @Test
    void rowsThatAreReadAllTheSameAreCountedAndListedByLine() {
        String longCell = "x".repeat(TableBuilder.MAX_CELL + 1);
        Read read =
                sound(("id,surname,given_name\n1,A\n2,B,C\n3,D," + longCell + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(read.seen().shortRows()).isEqualTo(1);
        assertThat(read.seen().longCells()).isEqualTo(1);
        assertThat(read.seen().verdicts())
                .containsExactly(
                        new ReadOutcome.RowVerdict(2, ReadOutcome.Verdict.SHORT_ROW),
                        new ReadOutcome.RowVerdict(4, ReadOutcome.Verdict.CELL_TOO_LONG));
        assertThat(read.table().value(2, 2)).isNull();
    }

    @Test
    void aRefusalNeverQuotesACell() {
        for (String text : new String[] {
            "id,surname\nSECRET,A\nSECRET,B\n",
            "id,surname\n1,SECRET,SECRET,SECRET\n",
            "SECRET\nSECRET\n",
            "id,surname\n1,\"SECRET\n" + "SECRET".repeat(200_000)
        }) {
            assertThat(((Refused) read(text.getBytes(StandardCharsets.UTF_8))).sentence())
                    .doesNotContain("SECRET");
        }
    }

    @Test
    void anyBytesGiveATableOrASentence() {
        byte[] sound =
                ("id,surname,given_name\n" + "1,\"Do\"\"e\",Jan\n2,Тест,\n".repeat(3)).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20260205);
        for (int i = 0; i < 5_000; i++) {
            byte[] mutant = sound.clone();
            for (int k = 0; k <= random.nextInt(4); k++) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }
            if (read(mutant) instanceof Refused refused) {
                assertThat(refused.sentence()).isNotBlank().doesNotContain("\n");
            }
        }
    }
}
