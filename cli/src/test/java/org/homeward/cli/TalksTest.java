package org.homeward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.homeward.selection.TermsFile;
import org.homeward.talks.TalksLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The second round in Abu Dhabi through the commands. */
class TalksTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void theRoundIsEntered() throws IOException {
        try (InputStream in = TalksLog.class.getResourceAsStream("examples/abu-dhabi-round-2.json")) {
            assertThat(in).isNotNull();
            Files.write(folder.resolve("acts.json"), in.readAllBytes());
        }
        assertThat(run("talks", "open", talks())).isZero();
        assertThat(run("talks", "add", talks(), "--act", file("acts.json"))).isZero();
        assertThat(out.toString()).contains("Head ");
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Homeward.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private String talks() {
        return file("talks");
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void minutesOfDayTwoAreAPageInTwoLanguages() {
        assertThat(run(
                        "talks",
                        "minutes",
                        talks(),
                        "--round",
                        "2",
                        "--day",
                        "2",
                        "--lang",
                        "en,uk",
                        "--out",
                        file("m.html")))
                .isZero();

        assertThat(out.toString()).contains("# Minutes: round 2, day 2").contains("# Протокол: раунд 2, день 2");
        assertThat(folder.resolve("m.html")).content().contains("<td lang=\"uk\">");
    }

    @Test
    void minutesAreAPdfInTwoLanguages() throws IOException {
        assertThat(run(
                        "talks",
                        "minutes",
                        talks(),
                        "--round",
                        "2",
                        "--day",
                        "2",
                        "--lang",
                        "en,uk",
                        "--pdf",
                        file("m.pdf")))
                .isZero();

        assertThat(new String(Files.readAllBytes(folder.resolve("m.pdf")), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
    }

    @Test
    void minutesAreForAllPartiesUnlessTheyAreForOne() throws IOException {
        Files.writeString(folder.resolve("more.json"), """
                [{"by": "RU", "at": "2026-02-05T13:00:00Z", "act": {"type": "DELEGATION", "round": 2, "of": "RU", "members":
                  [{"name": "I. Kostyukov", "capacity": "HEAD"}], "authority": {"en": "up to canarylimit"}}},
                 {"by": "US", "at": "2026-02-05T13:00:00Z", "act": {"type": "SESSION", "id": "alone", "round": 2, "date": "2026-02-05",
                  "format": "SHUTTLE", "purpose": {"en": "canaryshuttle"}, "inRoom": ["RU", "US"]}}]""");
        assertThat(run("talks", "add", talks(), "--act", file("more.json"))).isZero();
        String[] minutes = {"talks", "minutes", talks(), "--round", "2", "--day", "2"};

        assertThat(run(minutes)).isZero();
        assertThat(out.toString())
                .contains("Trilateral consultations", "I. Kostyukov")
                .doesNotContain("canarylimit", "canaryshuttle");
        assertThat(run(with(minutes, "--for", "UA"))).isZero();
        assertThat(out.toString()).doesNotContain("canarylimit", "canaryshuttle");
        for (String who : new String[] {"RU", "US"}) {
            assertThat(run(with(minutes, "--for", who))).isZero();
            assertThat(out.toString()).contains("canarylimit", "canaryshuttle");
        }
        assertThat(run(with(minutes, "--for", "XX"))).isEqualTo(2);
        assertThat(err.toString()).contains("'XX' takes no part");
    }

    private static String[] with(String[] args, String... more) {
        return Stream.concat(Arrays.stream(args), Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    void theLogIsPrintedWithThePersonWhoTypedEachEntryAndAChangedNameIsFound() throws IOException {
        Files.writeString(folder.resolve("more.json"), """
                {"by": "US", "at": "2026-02-05T13:00:00Z", "act": {"type": "ISSUE", "id": "more", "name": {"en": "x"}}}""");
        assertThat(run("talks", "add", talks(), "--act", file("more.json"), "--person", "Q. Clerk"))
                .isZero();

        assertThat(run("talks", "log", talks())).isZero();
        assertThat(out.toString())
                .contains("US  (no person named)  PROCESS", "US  Q. Clerk  ISSUE", "signed throughout by");
        assertThat(run("talks", "log", talks(), "--json")).isZero();
        assertThat(JsonMapper.shared().readTree(out.toString()).at("/entries").values().stream()
                        .reduce((a, b) -> b)
                        .orElseThrow()
                        .get("person")
                        .asString())
                .isEqualTo("Q. Clerk");
        Path log = folder.resolve("talks").resolve(TalksLog.FILE);
        Files.writeString(log, Files.readString(log).replace("Q. Clerk", "Q. Other"));
        assertThat(run("talks", "log", talks())).isEqualTo(2);
        assertThat(err.toString()).contains("bears a signature that is not under these words");
        assertThat(run("talks", "add", talks(), "--act", file("more.json"), "--person", " "))
                .isEqualTo(2);
    }

    @Test
    void aLogThatAnotherKeySignedIsRefusedAndAChangedOneIsNamedAtItsLine() throws IOException {
        assertThat(run("talks", "remaining", talks(), "--signer", "AAAA")).isEqualTo(2);
        assertThat(err.toString()).contains("line 1 of the log is signed by another key");

        Path log = folder.resolve("talks").resolve(TalksLog.FILE);
        Files.writeString(log, Files.readString(log).replaceFirst("Rustem", "Ruslan"));
        assertThat(run("talks", "remaining", talks())).isEqualTo(2);
        assertThat(err.toString()).contains("line 3 of the log bears a signature");
    }

    @Test
    void anAgreedClauseIsTheTermsOfACase() throws IOException {
        assertThat(run("talks", "terms", talks(), "--clause", "exchange-1", "--out", file("terms.json")))
                .isZero();

        assertThat(TermsFile.read(Files.readString(folder.resolve("terms.json"))))
                .isInstanceOf(TermsFile.Read.Ok.class);
    }

    @Test
    void aClauseThatIsNotAgreedGivesNoTerms() throws IOException {
        Files.writeString(folder.resolve("open.json"), """
                {"by": "US", "at": "2026-02-05T13:00:00Z", "act": {"type": "STATUS", "clause": "exchange-1", "status": "OPEN"}}""");
        assertThat(run("talks", "add", talks(), "--act", file("open.json"))).isZero();

        assertThat(run("talks", "terms", talks(), "--clause", "exchange-1")).isEqualTo(1);
    }

    @Test
    void consequencesSayWhoComesHomeUnderEachWording() throws IOException {
        StringBuilder persons = new StringBuilder("id,side,kind,medical,heldSince,rank,birth\n");
        for (int i = 0; i < 200; i++) {
            persons.append(
                    "U%d,UA,SOLDIER,NONE,2023-01-01,PRIVATE,1990-01-01%nR%d,RU,SOLDIER,NONE,2023-01-01,PRIVATE,1990-01-01%n"
                            .formatted(i, i));
        }
        for (int i = 1; i <= 7; i++) {
            persons.append("AC%d,UA,CIVILIAN,NONE,2022-03-15,NONE,1980-01-01%n".formatted(i));
        }
        for (int i = 1; i <= 3; i++) {
            persons.append("BC%d,RU,CIVILIAN,NONE,2022-03-15,NONE,1980-01-01%n".formatted(i));
        }
        Files.writeString(folder.resolve("persons.csv"), persons);

        assertThat(run(
                        "talks",
                        "consequences",
                        talks(),
                        "--clause",
                        "exchange-1",
                        "--persons",
                        file("persons.csv"),
                        "--json"))
                .as(err.toString())
                .isZero();
        JsonNode only = JsonMapper.shared().readTree(out.toString()).get(0);
        assertThat(only.get("wording").asString()).isEqualTo("the clause");
        assertThat(only.get("home").toString()).isEqualTo("{\"RU\":160,\"UA\":164}");
    }

    @Test
    void textVersionsAndWhatRemainsArePrinted() {
        assertThat(run("talks", "text", talks())).isZero();
        assertThat(out.toString()).contains("exchange-1 (AGREED)");
        assertThat(run("talks", "text", talks(), "--diff", "1", "3")).isZero();
        assertThat(out.toString()).contains("status").contains("+ AGREED");
        assertThat(run("talks", "text", talks(), "--shown")).isZero();
        assertThat(out.toString()).contains("version 1 to RU");
        assertThat(run("talks", "remaining", talks(), "--on", "2026-02-06", "--lang", "uk"))
                .isZero();
        assertThat(out.toString()).contains("крок прострочено");
    }

    @Test
    void aPartySeesOnlyTheVersionThatItWasShown() {
        assertThat(run("talks", "text", talks(), "--as", "RU", "--json")).isZero();

        assertThat(JsonMapper.shared().readTree(out.toString()).get("number").asInt())
                .isEqualTo(1);
        assertThat(run("talks", "text", talks(), "--as", "RU", "--diff", "1", "3"))
                .isEqualTo(2);
    }

    @Test
    void aChangedLogIsRefused() throws IOException {
        Path log = folder.resolve("talks").resolve(TalksLog.FILE);
        Files.writeString(log, Files.readString(log).replaceFirst("Umerov", "Nobody"));

        assertThat(run("talks", "minutes", talks(), "--round", "2", "--day", "2"))
                .isEqualTo(2);
        assertThat(err.toString().strip()).hasLineCount(1).contains("something was changed");
    }

    @Test
    void actsThatAreNoneAreOneSentenceAndNothingIsAdded() throws IOException {
        long size = Files.size(folder.resolve("talks").resolve(TalksLog.FILE));
        for (String act : new String[] {
            "",
            "[",
            "{}",
            "[1]",
            "{\"by\":\"US\",\"at\":\"2026-02-05T13:00:00Z\",\"act\":{\"type\":\"NOTHING\"}}",
            "{\"by\":\"US\",\"at\":\"x\",\"act\":{\"type\":\"STATUS\",\"clause\":\"c\",\"status\":\"OPEN\"}}",
            "{\"by\":\"US\",\"at\":\"2026-02-05T13:00:00Z\",\"act\":{\"type\":\"CLAUSE\",\"id\":\"c\",\"words\":{\"en\":\"x\"},\"why\":\"w\",\"terms\":{\"id\":\"t\"}}}"
        }) {
            Files.writeString(folder.resolve("act.json"), act);
            assertThat(run("talks", "add", talks(), "--act", file("act.json")))
                    .as(act)
                    .isEqualTo(2);
            assertThat(err.toString().strip()).as(act).hasLineCount(1);
        }
        assertThat(Files.size(folder.resolve("talks").resolve(TalksLog.FILE))).isEqualTo(size);
    }

    @Test
    void theNextQuestionIsWhatBothLikeMore() throws IOException {
        Files.writeString(folder.resolve("one.json"), """
                {"a": {"size": ["all", "half", "few"], "visits": ["weekly", "none"]},
                 "b": {"size": ["few", "half", "all"], "visits": ["weekly", "none"]},
                 "text": {"size": "half", "visits": "none"}, "seed": 4}""");

        assertThat(run("talks", "next", file("one.json"), "--json")).isZero();
        assertThat(JsonMapper.shared()
                        .readTree(out.toString())
                        .get("question")
                        .get("visits")
                        .asString())
                .isEqualTo("weekly");
        Files.writeString(
                folder.resolve("one.json"),
                "{\"a\": {\"size\": [\"all\", \"all\"]}, \"b\": {\"size\": [\"all\"]}, \"text\": {\"size\": \"all\"}, \"seed\": 1}");
        assertThat(run("talks", "next", file("one.json"))).isEqualTo(2);
    }
}
