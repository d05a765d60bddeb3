package org.homeward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Homeward.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void everyPairHasItsLineWithProbabilityVerdictAndReasons() throws IOException {
        Path pairs = file(
                "pairs.tsv", "Щербань Григорій Юрійович\tGRIGORII IUREVICH SHCHERBAN\nКоваль Іван\tСидоров Олег\n");
        assertThat(run("names", "score", "--pairs", pairs.toString())).isZero();
        String[] lines = out.toString().split("\n");
        assertThat(lines).hasSize(2);
        assertThat(lines[0].split("\t")).hasSize(3);
        assertThat(Double.parseDouble(lines[0].split("\t")[0])).isGreaterThan(0.9);
        assertThat(lines[0]).contains("same").contains("Щербань / SHCHERBAN").contains("one name in two languages");
        assertThat(lines[1]).contains("\tdifferent\t");
    }

    @Test
    void everyLineHasItsAnswerWhateverItHolds() throws IOException {
        Path pairs = folder.resolve("pairs.tsv");
        try (OutputStream to = Files.newOutputStream(pairs)) {
            for (String line : new String[] {
                "\uFEFFКоваль Іван\tКоваль Иван",
                "no tab here",
                "",
                "Коваль\u0000 Іван\tКоваль \u202EИван",
                "Ковал\u0301ь Іван\tКоваль Иван\tand more",
                "\uD83D\uDE00\tКоваль Иван",
                "Коваль\t",
                "\t\t\t",
                "Коваль \uD83D\uDE00 Іван\r"
            }) {
                to.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
            to.write(new byte[] {(byte) 0xFF, (byte) 0xC3, '\t', 'a', '\n'});
            byte[] long10 = new byte[10_000_000];
            Arrays.fill(long10, (byte) 'a');
            to.write(long10);
            to.write('\n');
            to.write(("x".repeat(2000) + "\tКоваль\n").getBytes(StandardCharsets.UTF_8));
            to.write("Koval Ivan\tКоваль Иван".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(run("names", "score", "--pairs", pairs.toString())).isZero();
        String[] lines = out.toString().split("\n");
        assertThat(lines).hasSize(13).allSatisfy(line -> {
            assertThat(line.split("\t")).hasSize(3);
            assertThat(Double.parseDouble(line.split("\t")[0])).isBetween(0.0, 1.0);
        });
        assertThat(lines[0]).containsPattern("\\t(same|likely)\\t");
        assertThat(lines[1]).contains("unreadable").contains("no tab");
        assertThat(lines[3]).containsPattern("\\t(same|likely)\\t");
        assertThat(lines[4]).containsPattern("\\t(same|likely)\\t");
        assertThat(lines[5]).contains("unreadable").contains("first name has no letter");
        assertThat(lines[6]).contains("second name has no letter");
        assertThat(lines[9]).contains("not UTF-8");
        assertThat(lines[10]).contains("10000000 bytes");
        assertThat(lines[11]).contains("longer than 1000 letters");
        assertThat(lines[12]).containsPattern("\\t(same|likely)\\t");
        assertThat(err.toString()).hasLineCount(1).contains("9 of 13 lines");
    }

    @Test
    void anyBytesGiveALineForALine() throws IOException {
        Random random = new Random(31);
        byte[] some = "Коваль Іван\tKoval Ivan\n\r\u0000\u202E".getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 200; round++) {
            byte[] bytes = new byte[1 + random.nextInt(300)];
            int lines = 1;
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = random.nextInt(8) == 0 ? (byte) random.nextInt(256) : some[random.nextInt(some.length)];
                lines += bytes[i] == '\n' && i + 1 < bytes.length ? 1 : 0;
            }
            Path pairs = Files.write(folder.resolve("pairs.tsv"), bytes);
            out.getBuffer().setLength(0);
            assertThat(
                            random.nextBoolean()
                                    ? run("names", "score", "--pairs", pairs.toString(), "--json")
                                    : run("names", "score", "--pairs", pairs.toString()))
                    .isZero();
            assertThat(out.toString().split("\n")).hasSize(lines);
        }
    }

    @Test
    void aFileThatIsNotThereOrEmptyIsRefused() throws IOException {
        assertThat(run("names", "score", "--pairs", folder.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(run("names", "score", "--pairs", file("empty.tsv", "").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).hasLineCount(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aNameIsFoundInAListAndInATableUnderAnotherScript() throws IOException {
        Path list = file("list.txt", "Коваль Іван Петрович\nЩербань Григорій Юрійович\nЩербак Григорій Юрійович\n");
        assertThat(run("names", "search", "--register", list.toString(), "--query", "Hryhorii Shcherban", "--k", "1"))
                .isZero();
        assertThat(out.toString()).contains("2\tЩербань Григорій Юрійович");
        Path table = file("table.csv", "id,surname,given name\nA-1,Коваль,Іван\nA-2,Щербань,Григорій\n");
        assertThat(run(
                        "names",
                        "search",
                        "--register",
                        table.toString(),
                        "--query",
                        "Schtscherban Grigorij",
                        "--k",
                        "1",
                        "--json"))
                .isZero();
        assertThat(out.toString()).contains("\"id\":\"A-2\"");
    }

    @Test
    void costsAreLearnedIntoAFileOrNotAtAll() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String a : new String[] {"ба", "ша", "во", "чу", "ми"}) {
            for (String b : new String[] {"ба", "ша", "во", "чу", "ми"}) {
                text.append(a + b + "\t" + b + a + "\n");
            }
        }
        Path pairs = file("pairs.tsv", text.toString());
        Path costs = folder.resolve("costs.txt");
        assertThat(run("names", "train", "--romanise", pairs.toString(), "--out", costs.toString()))
                .isZero();
        assertThat(Files.readString(costs)).contains("sha\tша\t");
        Path none = folder.resolve("none.txt");
        assertThat(run("names", "train", "--pairs", pairs.toString(), "--right", "HEBREW", "--out", none.toString()))
                .isEqualTo(2);
        assertThat(none).doesNotExist();
    }

    @Test
    void weightsAreFittedFromJudgedPairs() throws IOException {
        Path judged = file("judged.tsv", "Коваль Іван\tКоваль Иван\t1\nКоваль Іван\tСидоров Олег\t0\n".repeat(50));
        Path weights = folder.resolve("weights.txt");
        assertThat(run("names", "fit", "--pairs", judged.toString(), "--out", weights.toString()))
                .isZero();
        assertThat(Files.readString(weights)).contains("# homeward-name-weights 2", "\nstart\t", "<");
        assertThat(run("names", "fit", "--pairs", file("bad.tsv", "a\tb\t2\n").toString(), "--out", weights.toString()))
                .isEqualTo(2);
        String few = file("few.tsv", "Коваль Іван\tКоваль Иван\t1\nКоваль Іван\tСидоров Олег\t0\n".repeat(19))
                .toString();
        Files.delete(weights);
        assertThat(run("names", "fit", "--pairs", few, "--out", weights.toString()))
                .as("from a few nothing is learned")
                .isEqualTo(2);
        assertThat(weights).doesNotExist();
    }
}
