package org.homeward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceTest {
    private static final String SYLLABLES = "ba be bo da de do ka ke ko la le lo ma me mo na ne no ra re ro ta te to";

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    private int trace(Path held, Path sought, Path out) {
        return Homeward.commandLine()
                .setOut(new PrintWriter(new StringWriter(), true))
                .setErr(new PrintWriter(err, true))
                .execute("trace", "--held", held.toString(), "--sought", sought.toString(), "--out", out.toString());
    }

    private static String name(Random random) {
        String[] syllables = SYLLABLES.split(" ");
        return syllables[random.nextInt(24)] + syllables[random.nextInt(24)] + syllables[random.nextInt(24)];
    }

    @Test
    void linksTheSamePersonUnderSlipsOfThePenAndWritesTheIdsAsTheyWere() throws IOException {
        Random random = new Random(4);
        StringBuilder held = new StringBuilder("id;surname;given name;date of birth;city\n");
        StringBuilder sought = new StringBuilder("Прізвище,Ім'я,Дата народження,ID,Місце проживання\n");
        for (int i = 0; i < 400; i++) {
            String surname = name(random);
            String given = name(random);
            String birth = "19%02d-%02d-%02d"
                    .formatted(60 + random.nextInt(40), 1 + random.nextInt(12), 1 + random.nextInt(28));
            String place = name(random);
            held.append("H-%d;%s;%s;%s;%s%n".formatted(i, surname, given, birth, place));
            if (i < 300) {
                String slip = i % 3 == 0 ? surname.substring(0, 3) + "x" + surname.substring(4) : surname;
                sought.append("%s,%s,%s,S/%d,%s%n".formatted(slip, given, birth, i, i % 4 == 0 ? "" : place));
            } else {
                sought.append(
                        "%s,%s,%s,S/%d,%s%n".formatted(name(random), name(random), "1955-05-05", i, name(random)));
            }
        }
        Path a = Files.writeString(folder.resolve("a.csv"), held);
        Path b = Files.writeString(folder.resolve("b.csv"), sought);
        Path out = folder.resolve("links.csv");
        assertThat(trace(a, b, out)).isZero();
        var lines = Files.readAllLines(out);
        long right = lines.stream()
                .skip(1)
                .map(line -> line.split(","))
                .filter(cells -> cells[0].substring(2).equals(cells[1].substring(2)))
                .count();
        assertThat(right).isGreaterThanOrEqualTo(285);
        assertThat(lines.size() - 1 - right).as("wrong links").isLessThanOrEqualTo(3);
    }

    @Test
    void aFileThatIsNoRegisterIsRefusedAndNothingIsWritten() throws IOException {
        Path good = Files.writeString(folder.resolve("a.csv"), "id,surname\n1,A\n");
        Path pdf = Files.writeString(folder.resolve("b.csv"), "%PDF-1.7");
        Path out = folder.resolve("links.csv");
        assertThat(trace(good, pdf, out)).isEqualTo(2);
        assertThat(err.toString()).contains("is a PDF").hasLineCount(1);
        assertThat(folder)
                .isDirectoryNotContaining(p -> p.getFileName().toString().startsWith("links"));
    }
}
