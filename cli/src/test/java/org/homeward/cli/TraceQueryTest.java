package org.homeward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tracing one dossier at once, what people ruled out, persons whom a list repeats, and a run that is stopped. */
class TraceQueryTest {
    private static final String HEADER = "id,surname,given name,patronymic,date of birth,place of birth\n";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path held = Path.of("");

    @BeforeEach
    void writesARegister() throws IOException {
        held = write(
                "held.csv",
                HEADER
                        + "h1,Заславский,Юрий,Маркович,30.06.1995,Одесса\n"
                        + "h2,Гриценко,Иван,Петрович,03.04.2001,Львов\n"
                        + "h3,Недогорук,Тарас,Ильич,01.02.1990,Сумы\n");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int run(Object... arguments) {
        out.getBuffer().setLength(0);
        List<String> words = new ArrayList<>(List.of("trace"));
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        return Homeward.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words.toArray(String[]::new));
    }

    @Test
    void tracesANameWithADateInAnyScriptAtOnce() {
        assertThat(run("query", "--register", held, "--name", "Yurii Markovych Zaslavskyi", "--born", "1995-06-30"))
                .isZero();
        assertThat(out.toString()).contains("query,h1,0.9").hasLineCount(2);
    }

    @Test
    void anEditOfADossierIsTracedAnew() throws IOException {
        Path before = write("before.csv", HEADER + "s1,Недогорук,Тарас,Ілліч,1961,Суми\n");
        Path after = write("after.csv", HEADER + "s1,Недогорук,Тарас,Ілліч,1990-02-01,Суми\n");
        assertThat(run("query", "--register", held, "--person", before, "--own", before))
                .isZero();
        assertThat(out.toString()).doesNotContain("s1,h3");
        assertThat(run("query", "--register", held, "--person", after, "--own", before))
                .isZero();
        assertThat(out.toString()).contains("s1,h3,0.999").contains("BIRTH_DATE: the same date");
    }

    @Test
    void aRuledOutPairIsNeverGivenAgain() throws IOException {
        Path person = write("person.csv", HEADER + "s1,Заславський,Юрій,Маркович,1995-06-30,Одеса\n");
        Path ruledOut = write("ruled.csv", "held_id,sought_id\nh1,s1\n");
        Path links = folder.resolve("links.csv");
        Path review = folder.resolve("review.csv");
        assertThat(run("--held", held, "--sought", person, "--out", links)).isZero();
        assertThat(links).content().contains("h1,s1");
        assertThat(run("--held", held, "--sought", person, "--out", links, "--review", review, "--ruled-out", ruledOut))
                .isZero();
        assertThat(links).content().doesNotContain("h1,s1");
        assertThat(review).content().doesNotContain("h1,s1");
        assertThat(run("query", "--register", held, "--person", person, "--ruled-out", ruledOut))
                .isZero();
        assertThat(out.toString()).doesNotContain("h1");
    }

    @Test
    void aManWhomAListRepeatsWithAnotherBirthDateIsFoundByBothLines() throws IOException {
        Path sought = write(
                "sought.csv",
                HEADER
                        + "s1,Заславський,Юрій,Маркович,1995-06-30,Одеса\n"
                        + "s2,Заславський,Юрій,Маркович,1993-02-11,Одеса\n"
                        + "s3,Ковальчук,Тарас,Богданович,1990-07-07,Луцьк\n");
        Path links = folder.resolve("links.csv");
        Path review = folder.resolve("review.csv");
        assertThat(run("--held", held, "--sought", sought, "--out", links, "--review", review))
                .isZero();
        assertThat(Files.readString(links)).contains("h1,s1");
        assertThat(Files.readString(links) + Files.readString(review)).contains("h1,s2");
    }

    @Test
    void pairsThatPeopleShouldLookAtComeWithTheirRunnerUp() throws IOException {
        Path sought = write(
                "sought.csv", HEADER + "s1,Гриценко,Іван,Петрович,2001,Львів\ns2,Гриценко,Іван,Петрович,2002,Львів\n");
        Path review = folder.resolve("review.csv");
        assertThat(run("--held", held, "--sought", sought, "--out", folder.resolve("l.csv"), "--review", review))
                .isZero();
        assertThat(Files.readAllLines(review).getFirst()).endsWith("runner_up_id,why_not_runner_up");
        assertThat(Files.readString(folder.resolve("l.csv")) + Files.readString(review))
                .contains("h2,s1")
                .contains("h2,s2");
    }

    @Test
    void aRunThatIsStoppedLeavesTheEarlierFileAndNothingHalfWritten() throws IOException, InterruptedException {
        StringBuilder many = new StringBuilder(HEADER);
        for (int i = 0; i < 60_000; i++) {
            many.append("n%d,Бондар%dенко,Олег%d,Іванович,19%02d-0%d-1%d,Суми%n"
                    .formatted(i, i % 997, i % 31, i % 40 + 60, i % 9 + 1, i % 10));
        }
        Path large = write("large.csv", many.toString());
        Path links = write("links.csv", "earlier\n");
        Process process = start("-Xmx500m", large, links);
        try (BufferedReader lines = process.inputReader()) {
            assertThat(lines.readLine())
                    .as(Files.readString(folder.resolve("err.txt")))
                    .contains("60000 rows");
            process.destroy();
            process.waitFor();
        }
        assertThat(process.exitValue()).isNotZero();
        assertThat(links).content().isEqualTo("earlier\n");
        assertThat(folder).isDirectoryNotContaining(p -> p.toString().endsWith(".part"));
    }

    @Test
    void aRunThatDoesNotFitInMemoryIsRefusedWithTheSizeItNeedsBeforeItStarts()
            throws IOException, InterruptedException {
        StringBuilder many = new StringBuilder("id,surname\n");
        for (int i = 0; i < 40_000; i++) {
            many.append("n%d,Бондар%d%n".formatted(i, i % 997));
        }
        Path large = write("large.csv", many.toString());
        Path links = write("links.csv", "earlier\n");
        Process process = start("-Xmx120m", large, links);
        process.inputReader().lines().forEach(line -> {});
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(folder.resolve("err.txt"))
                .content()
                .contains("Tracing 40,000 rows against 40,000 needs about")
                .contains("-Xmx")
                .hasLineCount(1);
        assertThat(links).content().isEqualTo("earlier\n");
    }

    @Test
    void aRunOfAFewRowsSaysThatItCouldNotLearn() throws IOException {
        Path sought = write("sought.csv", HEADER + "s1,Гриценко,Іван,Петрович,2001-04-03,Львів\n");
        Path links = folder.resolve("links.csv");
        assertThat(run("--held", held, "--sought", sought, "--out", links)).isZero();
        assertThat(out.toString()).contains("too small to learn from");
        assertThat(run("--held", held, "--sought", sought, "--out", links, "--json"))
                .isZero();
        assertThat(out.toString()).contains("\"learned\":false");
    }

    private Process start(String memory, Path register, Path links) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        memory,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "org.homeward.cli.Homeward",
                        "trace",
                        "--held",
                        register.toString(),
                        "--sought",
                        register.toString(),
                        "--out",
                        links.toString())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
    }

    @Test
    void aQueryWithoutAPersonOrWithABadFileIsRefusedInOneSentence() throws IOException {
        assertThat(run("query", "--register", held)).isEqualTo(2);
        err.getBuffer().setLength(0);
        Path pdf = write("b.csv", "%PDF-1.7");
        assertThat(run("query", "--register", held, "--person", pdf)).isEqualTo(2);
        assertThat(err.toString()).contains("is a PDF").hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void afullRunStillAsksForItsThreeFiles() {
        assertThat(run("--held", held)).isEqualTo(2);
        assertThat(err.toString()).contains("--sought");
    }
}
