package org.homeward.node.talks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.node.release.ReleaseGate;
import org.homeward.talks.ActJson;
import org.homeward.talks.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TalksDeskTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final NodeIdentity MEDIATOR = NodeIdentity.generate("med", RANDOM);
    private static final NodeIdentity STRANGER = NodeIdentity.generate("med", RANDOM);
    private static final Instant AT = Instant.parse("2026-02-05T12:00:00Z");
    private static final String PROCESS =
            "{\"type\":\"PROCESS\",\"name\":{\"en\":\"Talks\"},\"parties\":[\"ua\",\"ru\"],\"mediator\":\"med\",\"observers\":[\"ae\"],\"languages\":[\"en\"],\"earlyHarvest\":true}";

    @TempDir
    Path home;

    private TalksDesk desk(String folder, NodeIdentity identity, boolean agency, Instant at) {
        return new TalksDesk(
                home.resolve(folder),
                identity,
                agency,
                () -> Set.of(MEDIATOR.signing().publicText()),
                new ReleaseGate(),
                Clock.fixed(at, ZoneOffset.UTC));
    }

    private static Entry entry(String by, String act) throws Exception {
        return ActJson.entries("{\"by\":\"%s\",\"at\":\"%s\",\"act\":%s}".formatted(by, AT, act))
                .getFirst();
    }

    private static Entry issue(String id) throws Exception {
        return entry("med", "{\"type\":\"ISSUE\",\"id\":\"%s\",\"name\":{\"en\":\"x\"}}".formatted(id));
    }

    private static Entry position(String id, String of, String stance, String words, String supersedes)
            throws Exception {
        return entry(
                "med",
                "{\"type\":\"POSITION\",\"id\":\"%s\",\"issue\":\"i\",\"of\":\"%s\",\"stance\":\"%s\",\"words\":{\"en\":\"%s\"}%s}"
                        .formatted(id, of, stance, words, supersedes));
    }

    private static Entry message(String id, String from, String words, String mayTell) throws Exception {
        return entry(
                "med",
                "{\"type\":\"MESSAGE\",\"id\":\"%s\",\"from\":\"%s\",\"to\":\"med\",\"words\":{\"en\":\"%s\"},\"mayTell\":%s}"
                        .formatted(id, from, words, mayTell));
    }

    private TalksDesk open(String folder) throws Exception {
        TalksDesk desk = desk(folder, MEDIATOR, true, AT);
        assertThat(desk.open("round-2", entry("med", PROCESS).typedBy("Q. Clerk (s1)")))
                .isNull();
        assertThat(desk.add("round-2", List.of(issue("i")))).isNull();
        return desk;
    }

    private static List<Entry> entries(TalksDesk desk) {
        return desk.find("round-2").orElseThrow().view().entries();
    }

    @Test
    void talksAreOpenedOnceUnderASoundNameAndAtTheAgencyAlone() throws Exception {
        TalksDesk desk = open("med");

        assertThat(desk.open("round-2", entry("med", PROCESS))).contains("talks of that name already");
        assertThat(desk.open("../round", entry("med", PROCESS))).contains("small letters, digits and hyphens");
        assertThat(desk.open("other", issue("i"))).contains("not open yet");
        assertThat(desk.add("unknown", List.of(issue("i")))).contains("no talks of that name");
        assertThat(desk("ua", NodeIdentity.generate("ua", RANDOM), false, AT).open("round-2", entry("med", PROCESS)))
                .isNotNull();
        assertThat(desk.find("../med")).isEmpty();
        assertThat(entries(desk)).hasSize(2);
        assertThat(entries(desk).getFirst().person()).isEqualTo("Q. Clerk (s1)");
    }

    @Test
    void ofSeveralEntriesNoneIsKeptWhenOneIsRefused() throws Exception {
        TalksDesk desk = open("med");

        assertThat(desk.add("round-2", List.of(issue("j"), issue("i")))).contains("'i' is there already");
        assertThat(entries(desk)).hasSize(2);
    }

    @Test
    void ofTwoWhoEnterTheSameAtOnceOneIsRefusedAndWhatOthersEnterIsAllThere() throws Exception {
        TalksDesk desk = open("med");
        List<Callable<String>> people = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Entry own = issue("own-" + i);
            people.add(() -> desk.add("round-2", List.of(own)));
            people.add(() -> desk.add("round-2", List.of(issue("same"))));
        }
        List<String> said = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> future : threads.invokeAll(people)) {
                said.add(String.valueOf(future.get()));
            }
        }

        assertThat(said.stream().filter("null"::equals)).hasSize(9);
        assertThat(said.stream().filter(s -> s.contains("'same' is there already")))
                .hasSize(7);
        // What the desk remembers is what another process finds in the files.
        assertThat(entries(desk)).hasSize(2 + 9).isEqualTo(entries(desk("med", MEDIATOR, true, AT)));
    }

    @Test
    void aPositionReplacesAnEarlierOneOfTheSameSideOnly() throws Exception {
        TalksDesk desk = open("med");
        assertThat(desk.add("round-2", List.of(position("p1", "ua", "PUBLIC", "all", ""))))
                .isNull();

        assertThat(desk.add("round-2", List.of(position("p2", "ru", "PUBLIC", "few", ",\"supersedes\":\"p1\""))))
                .contains("no position 'p1' of 'ru'");
        assertThat(desk.add("round-2", List.of(position("p3", "ua", "PUBLIC", "half", ",\"supersedes\":\"p1\""))))
                .isNull();
        assertThat(desk.find("round-2")
                        .orElseThrow()
                        .view()
                        .state()
                        .positions()
                        .get("p3")
                        .supersedes())
                .isEqualTo("p1");
    }

    @Test
    void whatIsReleasedToOneSideIsTheSameBytesWhateverTheOtherToldInConfidence() throws Exception {
        TalksDesk one = open("world-1");
        TalksDesk other = open("world-2");
        Entry shown = position("p1", "ru", "PUBLIC", "a number", "");
        assertThat(one.add("round-2", List.of(shown))).isNull();
        assertThat(other.add(
                        "round-2",
                        List.of(
                                message("m1", "ru", "canary one", "\"NO\""),
                                message("m2", "ru", "canary two", "\"GIST\",\"gist\":{\"en\":\"canary gist\"}"),
                                position("p0", "ru", "RED_LINE", "canary three", ""),
                                position("q0", "ru", "FLEXIBILITY", "canary four", ",\"supersedes\":\"p0\""),
                                entry(
                                        "med",
                                        "{\"type\":\"CLAUSE\",\"id\":\"k\",\"words\":{\"en\":\"a\"},\"brackets\":[{\"of\":\"ru\",\"words\":{\"en\":\"canary five\"}}],\"why\":\"asked\"}"),
                                shown.typedBy("Q. Clerk (s1)"))))
                .isNull();

        for (String who : List.of("ua", "ae")) {
            byte[] bytes = other.release("round-2", who).orElseThrow().bytes();
            assertThat(bytes)
                    .isEqualTo(one.release("round-2", who).orElseThrow().bytes());
            assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("canary", "Clerk");
        }
        assertThat(new String(other.release("round-2", "ru").orElseThrow().bytes(), StandardCharsets.UTF_8))
                .contains("canary one", "canary three", "canary four");
        assertThat(other.release("round-2", "xx")).isEmpty();
    }

    @Test
    void aBureauTakesInWhatItsMediatorReleasedToItAndNothingElse() throws Exception {
        TalksDesk agency = open("med");
        TalksDesk bureau = desk("ua", NodeIdentity.generate("ua", RANDOM), false, AT);
        byte[] first = agency.release("round-2", "ua").orElseThrow().bytes();
        byte[] later = desk("med", MEDIATOR, true, AT.plusSeconds(60))
                .release("round-2", "ua")
                .orElseThrow()
                .bytes();

        assertThat(bureau.take(agency.release("round-2", "ru").orElseThrow().bytes()))
                .isEqualTo(new TalksDesk.Taken.Refused(
                        "The file was released to another participant; ask the agency for this side's."));
        TalksDesk foreign = desk("foreign", STRANGER, true, AT);
        assertThat(foreign.open("round-2", entry("med", PROCESS))).isNull();
        assertThat(bureau.take(foreign.release("round-2", "ua").orElseThrow().bytes())
                        .toString())
                .contains("signed by a key that is not the mediator's");
        assertThat(bureau.take(new byte[] {0, 1, (byte) 0xff}).toString()).contains("no file of talks");
        assertThat(bureau.all()).isEmpty();

        assertThat(bureau.take(later)).isEqualTo(new TalksDesk.Taken.Ok("round-2"));
        assertThat(bureau.take(first).toString()).contains("A newer file of these talks is here already");
        assertThat(bureau.find("round-2").orElseThrow().at()).isEqualTo(AT.plusSeconds(60));
        assertThat(bureau.add("round-2", List.of(issue("j")))).isNotNull();
        assertThat(bureau.release("round-2", "ru"))
                .as("a bureau releases nothing of talks")
                .isEmpty();
    }

    @Test
    void aLogThatWasChangedIsShownWithItsFaultAndReleasesNothing() throws Exception {
        TalksDesk desk = open("med");
        Path log = home.resolve("med").resolve("round-2").resolve("acts.log");
        Files.writeString(log, Files.readString(log).replace("Q. Clerk", "Q. Other"));

        TalksDesk.Talks talks = desk.find("round-2").orElseThrow();
        assertThat(talks.fault()).contains("line 1 of the log bears a signature");
        assertThat(talks.view().entries()).isEmpty();
        assertThat(desk.release("round-2", "ua")).isEmpty();
        assertThat(desk.add("round-2", List.of(issue("j")))).contains("line 1");
    }
}
