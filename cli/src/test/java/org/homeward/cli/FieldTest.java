package org.homeward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Homeward.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.of(args).map(Object::toString).toArray(String[]::new));
    }

    private List<Path> logs(Path drill) throws Exception {
        try (Stream<Path> files = Files.list(drill)) {
            return files.filter(f -> f.toString().endsWith(".hwlog")).sorted().toList();
        }
    }

    private int merge(Path drill, List<Path> logs, Object... more) {
        List<Object> args = new ArrayList<>(List.of("field", "merge", "--roster", drill.resolve("roster.json")));
        args.addAll(List.of(more));
        args.addAll(logs);
        return run(args.toArray());
    }

    @Test
    void logsJoinToTheSameHashInAnyOrder() throws Exception {
        Path drill = folder.resolve("drill");
        assertThat(run("field", "drill", "--seed", "7", "--devices", "6", "--events", "20", "--out", drill))
                .isZero();
        assertThat(merge(drill, logs(drill))).isZero();
        String once = out.toString();
        List<Path> twice = new ArrayList<>(logs(drill).reversed());
        twice.addAll(logs(drill));
        assertThat(merge(drill, twice)).isZero();
        assertThat(out).hasToString(once);
        assertThat(once).startsWith("120 events joined; state ");
    }

    @Test
    void aLogWithAnEventLeftOutNamesTheDeviceAndTheProofHolds() throws Exception {
        Path drill = folder.resolve("drill");
        run("field", "drill", "--seed", "8", "--devices", "3", "--events", "20", "--out", drill);
        Path log = drill.resolve("bb-01.hwlog");
        List<String> lines = new ArrayList<>(Files.readAllLines(log));
        lines.remove(9);
        Files.writeString(log, String.join("\n", lines) + "\n");
        Path proofs = folder.resolve("proofs");
        assertThat(merge(drill, logs(drill), "--proofs", proofs)).isEqualTo(1);
        assertThat(out.toString()).contains("Event 10 of device bb-01 is missing");
        Path proof = proofs.resolve("bb-01-GAP-000010.json");
        assertThat(run("field", "prove", "--roster", drill.resolve("roster.json"), "--device", "bb-01", proof))
                .isZero();
        assertThat(run("field", "prove", "--roster", drill.resolve("roster.json"), "--device", "aa-01", proof))
                .isEqualTo(1);
    }

    @Test
    void badInputIsOneSentenceAndWritesNothing() throws Exception {
        Path drill = folder.resolve("drill");
        run("field", "drill", "--seed", "9", "--devices", "3", "--events", "5", "--out", drill);
        Path half = folder.resolve("half.hwlog");
        byte[] whole = Files.readAllBytes(drill.resolve("aa-01.hwlog"));
        Files.write(half, java.util.Arrays.copyOf(whole, whole.length / 2));
        Path board = folder.resolve("board.json");
        assertThat(merge(drill, List.of(half), "--board", board)).isEqualTo(2);
        assertThat(err.toString()).contains("half.hwlog").hasLineCount(1);
        assertThat(board).doesNotExist();
        assertThat(run("field", "drill", "--seed", "9", "--out", drill)).isEqualTo(2);
        assertThat(run("field", "merge", "--roster", folder.resolve("none"), half))
                .isEqualTo(2);
    }

    private Path drill(int devices, Object... more) {
        Path drill = folder.resolve("drill");
        List<Object> args = new ArrayList<>(
                List.of("field", "drill", "--seed", "11", "--events", "1", "--devices", devices, "--out", drill));
        args.addAll(List.of(more));
        assertThat(run(args.toArray())).isZero();
        return drill;
    }

    private int pack(Path drill, String party) {
        String officer = "officer-" + party + "-01";
        return run(
                "field",
                "pack",
                "--roster",
                drill.resolve("roster.json"),
                "--list",
                drill.resolve("list.json"),
                "--manifest",
                drill.resolve("manifest.json"),
                "--movements",
                drill.resolve("movements.json"),
                "--checkpoint",
                drill.resolve("checkpoint"),
                "--policy",
                drill.resolve("policy"),
                "--expires",
                Instant.now().plusSeconds(3_600),
                "--officer",
                officer,
                "--key",
                drill.resolve("keys/" + officer + ".key"),
                "--out",
                folder.resolve("packs"));
    }

    private int open(Path drill, String file, String device) {
        return run(
                "field",
                "open",
                folder.resolve("packs/" + file),
                "--keys",
                drill.resolve("keys/" + device + ".hwkeys"),
                "--pass",
                drill.resolve("keys/pass"));
    }

    private String checkin(Path drill, String device, String... lines) {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
            assertThat(run(
                            "field",
                            "checkin",
                            "--pack",
                            folder.resolve("packs/" + device + ".hwpack"),
                            "--keys",
                            drill.resolve("keys/" + device + ".hwkeys"),
                            "--pass",
                            drill.resolve("keys/pass"),
                            "--log",
                            folder.resolve("log-" + device)))
                    .as(err.toString())
                    .isZero();
        } finally {
            System.setIn(before);
        }
        return out.toString();
    }

    @Test
    void aLogGoesFromOneDeviceToAnotherAsPicturesOfCodes() throws Exception {
        Path drill = drill(6);
        for (String party : List.of("aa", "bb")) {
            assertThat(pack(drill, party)).as(err.toString()).isZero();
        }
        Path codes = folder.resolve("codes");
        assertThat(checkin(drill, "aa-01", "count bags:aa 3", "count bags:aa 4", "codes " + codes))
                .contains(" codes in " + codes + ", the whole log.");
        List<Path> pictures;
        try (Stream<Path> there = Files.list(codes)) {
            pictures = there.sorted().toList();
        }
        assertThat(pictures).hasSizeGreaterThan(1);
        Path lost = folder.resolve("lost.png");
        Files.move(pictures.getFirst(), lost);

        assertThat(checkin(drill, "bb-01", "take " + codes))
                .contains("Still missing: [1]")
                .doesNotContain("Taken in");
        Files.move(lost, pictures.getFirst());
        assertThat(checkin(drill, "bb-01", "take " + codes)).contains("Taken in: 2 new, 0 known.");
        assertThat(checkin(drill, "aa-01", "codes " + codes)).contains("That folder is not empty");
        assertThat(checkin(drill, "aa-01", "codes " + folder.resolve("none") + " xx-09"))
                .contains("no device of that id");
    }

    @Test
    void aRehearsedDayEndsInItsSixCasesAndTwoSignaturesCloseOne() throws Exception {
        Path drill = drill(6, "--rehearsed");
        Path evening = folder.resolve("evening");
        Object[] reconcile = {
            "field", "reconcile", "--plan", drill.resolve("roster.json"), "--logs", drill, "--out", evening
        };
        assertThat(run(reconcile)).isEqualTo(1);
        assertThat(out.toString())
                .contains("bags to aa: planned 6060, handed over 6060, received 6057")
                .contains("6 open; still owed 3");
        assertThat(Files.readString(evening.resolve("statement.txt")))
                .contains("does not travel today", "died on the way");
        assertThat(Files.readAllBytes(evening.resolve("statement.pdf"))).startsWith('%', 'P', 'D', 'F');
        assertThat(Files.readAllLines(evening.resolve("cases.csv"))).hasSize(7);
        for (String party : List.of("aa", "bb")) {
            assertThat(run(
                            "field",
                            "close",
                            "--plan",
                            drill.resolve("roster.json"),
                            "--logs",
                            drill,
                            "--case",
                            "COUNTS_UNEQUAL/bags:aa",
                            "--outcome",
                            "COUNT_AGREED",
                            "--number",
                            "6057",
                            "--officer",
                            "officer-" + party + "-01",
                            "--key",
                            drill.resolve("keys/officer-" + party + "-01.key")))
                    .as(err.toString())
                    .isZero();
        }
        assertThat(run(reconcile)).isEqualTo(1);
        assertThat(out.toString()).contains("CLOSED COUNTS_UNEQUAL/bags:aa").contains("5 open");
        for (String party : List.of("aa", "bb")) {
            assertThat(run(
                            "field",
                            "sign",
                            "--plan",
                            drill.resolve("roster.json"),
                            "--logs",
                            drill,
                            "--officer",
                            "officer-" + party + "-01",
                            "--key",
                            drill.resolve("keys/officer-" + party + "-01.key")))
                    .as(err.toString())
                    .isZero();
        }
        assertThat(out.toString()).contains("5 cases are open in it").contains("Both sides have signed it.");
        assertThat(run(reconcile)).isEqualTo(1);
        assertThat(out.toString())
                .contains("Signed for aa by officer-aa-01.")
                .contains("Signed for bb by officer-bb-01.");
    }

    @Test
    void packsOpenOnTheirOwnDeviceAndRoutesAreInAFileOfTheirOwn() throws Exception {
        Path drill = drill(6);
        assertThat(pack(drill, "aa")).as(err.toString()).isZero();
        assertThat(open(drill, "aa-01.hwpack", "aa-01")).isZero();
        assertThat(out.toString()).contains("the checkpoint is co-signed");
        assertThat(open(drill, "aa-01.hwpack", "aa-02")).isEqualTo(1);
        assertThat(err.toString()).contains("made for another device");
        assertThat(open(drill, "aa-01.hwmove", "aa-01")).isZero();
        assertThat(out.toString()).contains("bus-aa-north: drill road north");
        assertThat(open(drill, "aa-01.hwmove", "bb-01")).isEqualTo(1);
        String list = Files.readString(drill.resolve("list.json"));
        assertThat(list).doesNotContain("drill road");
    }

    @Test
    void aPersonIsFoundByASpellingOfHisNameCheckedInAndHandedOverBetweenTwoDevices() throws Exception {
        Path drill = drill(6);
        pack(drill, "aa");
        pack(drill, "bb");
        assertThat(run(
                        "field",
                        "slips",
                        "--roster",
                        drill.resolve("roster.json"),
                        "--officer",
                        "officer-neutral-01",
                        "--key",
                        drill.resolve("keys/officer-neutral-01.key"),
                        "--out",
                        folder.resolve("slips.pdf")))
                .isZero();
        Path offer = folder.resolve("offer.png");
        Path accepted = folder.resolve("accepted.hwlog");
        // Number 12 of those who return to aa: bb gives him, at the north.
        String said = checkin(
                drill, "bb-01", "number 12", "pick 1", "present q1+ q2+ q3+ q4+ photo+", "offer", "show " + offer);
        assertThat(said).contains("Recorded CheckedIn as event 1 of bb-01", "Recorded Offered as event 2");
        String name = said.lines()
                .filter(l -> l.contains("aa 12"))
                .findFirst()
                .orElseThrow()
                .replaceAll(".*aa 12  (.*) / .*", "$1");
        assertThat(checkin(
                        drill,
                        "aa-01",
                        "find " + name,
                        "pick 1",
                        "accept",
                        "take " + offer,
                        "accept",
                        "show " + accepted))
                .contains(
                        "aa 12  " + name,
                        "Take in the other side's act first",
                        "Taken in: 1 new",
                        "Recorded Accepted as event 1 of aa-01");
        assertThat(checkin(drill, "bb-01", "take " + accepted, "number 12", "pick 1", "conclude", "number 12"))
                .contains("Recorded Concluded as event 3 of bb-01", "(HANDED_OVER)");
    }

    @Test
    void whatIsTypedWrongIsOneSentenceAndRecordsNothing() throws Exception {
        Path drill = drill(6);
        pack(drill, "aa");
        String said = checkin(
                drill,
                "aa-01",
                "offer",
                "number x",
                "pick 7",
                "present q1",
                "slip none.png",
                "nonsense",
                "depart bus-aa-north",
                "undo x");
        assertThat(said)
                .contains("Find the person first", "A number is expected", "no such line", "cannot be read")
                .contains("not known here", "Not recorded. It may not leave: not acknowledged are fire-control by aa")
                .doesNotContain("Recorded");
        assertThat(folder.resolve("log-aa-01/aa-01.hwlog")).isEmptyFile();
    }

    @Test
    void thePageForTelephonesIsServedToOtherMachinesOverTlsOnly() {
        assertThat(run("field", "serve", "--address", "0.0.0.0")).isEqualTo(2);
        assertThat(err.toString()).contains("add --tls");
        assertThat(run("field", "serve", "--address", "0.0.0.0", "--tls", folder.resolve("none.p12")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("cannot be read");
    }

    @Test
    void aFileThatIsNoEnrolmentIsNamedAndNoRosterIsWritten() throws Exception {
        Path drill = folder.resolve("drill");
        run("field", "drill", "--seed", "9", "--devices", "3", "--events", "2", "--out", drill);
        Path roster = folder.resolve("with.json");
        Path wrong = Files.writeString(folder.resolve("aa-01.hwenrol"), "{}");
        assertThat(run("field", "enrol", "--roster", drill.resolve("roster.json"), "--out", roster, wrong))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("aa-01.hwenrol: The file is not the enrolment of a device");
        assertThat(roster).doesNotExist();
    }
}
