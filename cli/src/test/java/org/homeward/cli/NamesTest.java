package org.homeward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void aLineWithoutATabIsRefusedBeforeAnythingIsWritten() throws IOException {
        Path pairs = file("pairs.tsv", "Коваль Іван\tКоваль Иван\nКоваль Іван\n");
        assertThat(run("names", "score", "--pairs", pairs.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("line 2").hasLineCount(1);
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
        Path judged = file("judged.tsv", "Коваль Іван\tКоваль Иван\t1\nКоваль Іван\tСидоров Олег\t0\n");
        Path weights = folder.resolve("weights.txt");
        assertThat(run("names", "fit", "--pairs", judged.toString(), "--out", weights.toString()))
                .isZero();
        assertThat(Files.readString(weights)).contains("surname.EXACT");
        assertThat(run("names", "fit", "--pairs", file("bad.tsv", "a\tb\t2\n").toString(), "--out", weights.toString()))
                .isEqualTo(2);
    }
}
