package org.homeward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.homeward.selection.Selector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The case of 5 February 2026 through the command, on synthetic persons. */
class SelectTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void termsAndPersons() throws IOException {
        try (InputStream terms = Selector.class.getResourceAsStream("examples/abu-dhabi-2026-02-05.json")) {
            assertThat(terms).isNotNull();
            Files.write(folder.resolve("terms.json"), terms.readAllBytes());
        }
        Random random = new Random(1);
        StringBuilder csv = new StringBuilder("id,side,kind,medical,heldSince,rank,birth\n");
        for (String side : new String[] {"A", "B"}) {
            for (int i = 0; i < 300; i++) {
                String medical = i % 20 == 0 ? "SERIOUS" : "NONE";
                String since = "20%02d-%02d-15".formatted(22 + random.nextInt(4), 1 + random.nextInt(12));
                csv.append("%sS%d,%s,SOLDIER,%s,%s,PRIVATE,1990-01-01%n".formatted(side, i, side, medical, since));
            }
            for (int i = 1; i <= (side.equals("A") ? 7 : 3); i++) {
                csv.append("%sC%d,%s,CIVILIAN,NONE,2022-03-15,NONE,1980-01-01%n".formatted(side, i, side));
            }
        }
        Files.writeString(folder.resolve("persons.csv"), csv);
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        return Homeward.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private int select(Path persons) {
        return run(
                "select",
                "--terms",
                folder.resolve("terms.json").toString(),
                "--persons",
                persons.toString(),
                "--out",
                folder.resolve("proposal").toString());
    }

    @Test
    void listsAreWrittenAndHoldForTheIndependentCheck() {
        assertThat(select(folder.resolve("persons.csv"))).as(err.toString()).isZero();
        String proposal = folder.resolve("proposal").toString();
        assertThat(run("select", "check", proposal)).as(err.toString()).isZero();
        assertThat(run("select", "why", proposal, "AS1")).isZero();
        assertThat(out.toString()).isNotBlank();
        assertThat(run("select", "strike", proposal, "AS0")).as(err.toString()).isZero();
        assertThat(run("select", "account", proposal)).as(err.toString()).isZero();
        assertThat(out.toString()).as("these terms keep no account").isEmpty();
        assertThat(folder.resolve("proposal").resolve("page.ar.html")).content().contains("dir=\"rtl\"");
    }

    @Test
    void aStrikeForACauseThatTheStageNoLongerAdmitsIsRefused() {
        assertThat(select(folder.resolve("persons.csv"))).isZero();
        String proposal = folder.resolve("proposal").toString();
        assertThat(run("select", "strike", proposal, "AS0", "--stage", "ANNOUNCED", "--cause", "VETO"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("STAGE_TOO_LATE");
    }

    @Test
    void whoeverIsBookedByAnotherAgreementIsNotSelectedAgain() throws IOException {
        assertThat(select(folder.resolve("persons.csv"))).isZero();
        Path second = folder.resolve("second");
        assertThat(run(
                        "select",
                        "--terms",
                        folder.resolve("terms.json").toString(),
                        "--persons",
                        folder.resolve("persons.csv").toString(),
                        "--booked",
                        folder.resolve("proposal").toString(),
                        "--out",
                        second.toString()))
                .as("too few are left for the same terms again, so they are refused, not bent")
                .isEqualTo(1);
        assertThat(second).doesNotExist();
    }

    @Test
    void whoeverIsOutHearsAtHowManyForHowManyHeEntersAndNoOtherPersonIsNamed() throws IOException {
        assertThat(select(folder.resolve("persons.csv"))).isZero();
        Path proposal = folder.resolve("proposal");
        String next = Files.readAllLines(proposal.resolve("reserve.csv")).get(1).split(",", -1)[2];
        assertThat(run("select", "why", proposal.toString(), next)).isZero();
        assertThat(out.toString())
                .contains("Out.", "He would be included at 158 for 158.", "Clause: a-count.")
                .doesNotContainPattern("[AB][SC]\\d");
        assertThat(run("select", "strike", proposal.toString(), listed(proposal, 40), "--curve"))
                .isZero();
        assertThat(out.toString()).contains("Out: ", "In: " + next, "0 others leave: LONGEST_HELD");
    }

    private static String listed(Path proposal, int place) throws IOException {
        return Files.readAllLines(proposal.resolve("lists.csv")).get(place).split(",", -1)[2];
    }

    @Test
    void termsThatAskForMoreThanThereAreAreNotBentAndNothingIsWritten() throws IOException {
        Path terms = folder.resolve("terms.json");
        Files.writeString(terms, Files.readString(terms).replace("\"number\": 157", "\"number\": 900"));
        assertThat(select(folder.resolve("persons.csv"))).isEqualTo(1);
        assertThat(out.toString())
                .contains("These clauses contradict each other: b-count.")
                .contains("Nearest terms: clause a-count: the number 900 becomes 285.");
        assertThat(folder.resolve("proposal")).doesNotExist();
        Files.writeString(terms, Files.readString(terms).replace("\"number\": 900", "\"number\": 285"));
        assertThat(select(folder.resolve("persons.csv"))).isZero();
    }

    @Test
    void aFaultInTheTermsIsNamedByLineAndColumn() throws IOException {
        Path terms = folder.resolve("terms.json");
        Files.writeString(
                terms, Files.readString(terms).replaceFirst("\"category\": \"soldiers\"", "\"category\": \"pilots\""));
        assertThat(select(folder.resolve("persons.csv"))).isEqualTo(2);
        assertThat(err.toString()).containsPattern("line \\d+, column \\d+: clause 'a-count' names category 'pilots'");
    }

    @Test
    void everyExampleAndTheSchemaArePrinted() {
        assertThat(run("select", "schema")).isZero();
        assertThat(out.toString()).contains("json-schema.org", "OBJECTIONS", "DAYS");
        assertThat(run("select", "example")).isZero();
        for (String name : out.toString().lines().toList()) {
            assertThat(run("select", "example", name)).isZero();
            assertThat(out.toString()).contains("\"id\": \"" + name + "\"");
        }
        assertThat(run("select", "example", "none")).isEqualTo(2);
    }

    @Test
    void aPersonsFileWithAFaultIsRefusedByLineAndNothingIsWritten() throws IOException {
        Path bad = Files.writeString(
                folder.resolve("bad.csv"),
                "id,side,kind,medical,heldSince,rank,birth\nX,A,SOLDIER,NONE,soon,PRIVATE,1990-01-01\n");
        assertThat(select(bad)).isEqualTo(2);
        assertThat(err.toString()).contains("line 2").contains("heldSince");
        assertThat(folder.resolve("proposal")).doesNotExist();
    }
}
