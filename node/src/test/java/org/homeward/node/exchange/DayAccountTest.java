package org.homeward.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.handover.log.DeviceLog;
import org.homeward.handover.log.LogText;
import org.homeward.handover.log.Observation;
import org.homeward.handover.log.Roster;
import org.homeward.handover.log.RosterText;
import org.homeward.handover.log.SignedEvent;
import org.homeward.handover.reconciliation.Closing;
import org.homeward.handover.reconciliation.DayLogs;
import org.homeward.handover.reconciliation.FromPaper;
import org.homeward.handover.reconciliation.JointSignature;
import org.homeward.node.agreed.AgreedActs;
import org.homeward.node.day.DayFamilies;
import org.homeward.node.day.DayFiles;
import org.homeward.node.day.DayFolder;
import org.homeward.node.day.DayFollowUp;
import org.homeward.node.day.DayReadings;
import org.homeward.node.day.DaySettled.Fact;
import org.homeward.node.day.DaySource;
import org.homeward.node.desk.AfterAgreement.Wish;
import org.homeward.node.web.view.ActionResult;
import org.homeward.node.web.view.StepKind;
import org.homeward.node.web.view.WaitingAct;
import org.homeward.protocol.crypto.SealingKey;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.exchange.Act.ListedPerson;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Doubt;
import org.homeward.protocol.exchange.Handovers;
import org.homeward.protocol.exchange.ReplyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the logs of a day's devices to the account of the case, at the two bureaus, without anybody typing what the logs say. */
class DayAccountTest extends AgreedCase {
    private static final String DAY = "day-1";

    private final Map<String, SigningKey> keys = new HashMap<>();
    private final Map<String, DeviceLog> logs = new HashMap<>();
    private final Map<String, List<SignedEvent>> events = new HashMap<>();
    private final Map<String, DayFolder> folders = new HashMap<>();
    private final Map<String, Map<String, Fact>> facts = new HashMap<>();
    private final Map<String, Boolean> signedFacts = new HashMap<>();
    private Roster roster;

    @BeforeEach
    void aDayWithADeviceOfEachSide() throws Exception {
        var made = (DayFiles.Made.Files)
                DayFiles.of(state("aa"), new DayFiles.Plan(DAY, "icrc", "", "", ""), true, "checkpoint", "policy");
        Roster plain = RosterText.read(made.files().get(DayFiles.ROSTER)).get();
        SecureRandom random = new SecureRandom();
        List<Roster.Device> devices = new ArrayList<>();
        List<Roster.Officer> officers = new ArrayList<>();
        for (String party : List.of("aa", "bb")) {
            keys.put(party, SigningKey.generate(random));
            keys.put("officer-" + party, SigningKey.generate(random));
            devices.add(new Roster.Device(
                    party + "-01",
                    party,
                    "north",
                    keys.get(party).publicText(),
                    SealingKey.generate(random).publicText()));
            officers.add(new Roster.Officer(
                    "officer-" + party, party, keys.get("officer-" + party).publicText()));
            logs.put(party, DeviceLog.empty(plain.caseId(), DAY, party + "-01"));
            events.put(party, new ArrayList<>());
        }
        roster = new Roster(
                plain.caseId(),
                DAY,
                plain.agreement(),
                plain.parties(),
                plain.neutral(),
                devices,
                officers,
                plain.people(),
                plain.reserve(),
                plain.planned(),
                plain.vehicles(),
                plain.checklist());
        for (String party : List.of("aa", "bb")) {
            folders.put(party, new DayFolder(home.resolve("days-" + party), new DayReadings()));
            assertThat(folders.get(party).takeRoster(state(party), RosterText.write(roster)))
                    .isEmpty();
        }
    }

    private SignedEvent record(String party, Observation what) {
        SignedEvent event = logs.get(party)
                .next(what, 1_770_300_000_000L, "officer-" + party, keys.get(party), keys.get("officer-" + party));
        logs.put(party, logs.get(party).after(event));
        events.get(party).add(event);
        return event;
    }

    private void handOver(String giver, String receiver, String token) {
        SignedEvent offer = record(giver, new Observation.Offered(token));
        logs.put(receiver, logs.get(receiver).saw(offer.event().lamport()));
        SignedEvent accepted = record(receiver, new Observation.Accepted(token, offer.hash()));
        logs.put(giver, logs.get(giver).saw(accepted.event().lamport()));
        record(giver, new Observation.Concluded(token, accepted.hash()));
    }

    private void handIn(byte[] file) throws IOException {
        for (DayFolder folder : folders.values()) {
            assertThat(folder.take(DAY, file)).isEmpty();
        }
    }

    private void handInLogs() throws IOException {
        for (List<SignedEvent> log : events.values()) {
            handIn(LogText.write(log, List.of()));
        }
    }

    private DayLogs read(String party) throws IOException {
        return folders.get(party).read(DAY).orElseThrow().get();
    }

    @Test
    void aLookIsNotVerifiedAgainAndAChangedLogIs() throws Exception {
        handOver("aa", "bb", onTheList("bb").token());
        handInLogs();
        DayLogs first = read("aa");
        assertThat(first.refused()).isEmpty();

        assertThat(read("aa")).as("what was verified is kept").isSameAs(first);

        Path log;
        try (Stream<Path> files = Files.list(home.resolve("days-aa").resolve(DAY))) {
            log = files.filter(f -> f.toString().endsWith(DayLogs.LOG))
                    .findFirst()
                    .orElseThrow();
        }
        String whole = Files.readString(log);
        Files.writeString(log, whole.replaceFirst("\"claimed\":1770300000000", "\"claimed\":1770300000001"));
        assertThat(read("aa").refused()).as("a byte was changed on the disk").hasSize(1);
        Files.writeString(log, whole);
        assertThat(read("aa").refused()).isEmpty();
    }

    private void sign(String party) throws IOException {
        handIn(new JointSignature(
                        1, roster.caseId(), DAY, read(party).reconciled().digest(), "officer-" + party)
                .sign(keys.get("officer-" + party))
                .bytes());
    }

    private void close(Closing.Outcome outcome) throws IOException {
        for (var open : read("aa").reconciled().open()) {
            for (String party : List.of("aa", "bb")) {
                handIn(new Closing(1, roster.caseId(), DAY, open.difference().digest(), outcome, 0, "officer-" + party)
                        .sign(keys.get("officer-" + party))
                        .bytes());
            }
        }
    }

    private DayFollowUp.Followed follow(String party) throws IOException {
        DayFamilies families = (person, occasion, evidence, said, signed) -> {
            facts.put(party, said);
            signedFacts.put(party, signed);
            return new DayFamilies.Result(0, 0);
        };
        Map<String, String> dossiers = new HashMap<>();
        state(party).lists().get(party).forEach(line -> dossiers.put(line.line(), "row of " + line.line()));
        return new DayFollowUp(party, acts(party), families)
                .follow(
                        new DaySource.Case(state(party), Optional.empty(), "", folders.get(party), () -> dossiers),
                        DAY,
                        party + "-1");
    }

    private AgreedActs acts(String party) {
        return new AgreedActs() {
            @Override
            public Optional<CaseState> find(String caseId) {
                return Optional.of(state(party));
            }

            @Override
            public Untold untold(String caseId) {
                return new Untold(Set.of(), Set.of(), Set.of(), Map.of());
            }

            @Override
            public ActionResult draft(String caseId, StepKind step, String personId, Work work) {
                try {
                    return switch (work.on(desk(party))) {
                        case Outcome.Waiting w ->
                            new ActionResult.Waits(new WaitingAct(
                                    w.draftId(), step, w.commitment(), Instant.EPOCH, List.of(), List.of()));
                        case Outcome.Refused r ->
                            new ActionResult.Refused(
                                    r.refusal().code().name(), r.refusal().sentence());
                        default -> throw new AssertionError("a draft of one side needs two people");
                    };
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    /** Two people of the side sign the draft that the node made. */
    private void signReceipt(String party) throws IOException {
        assertThat(nodes.get(party).waiting()).hasSize(1);
        signed(party, nodes.get(party).waiting().getFirst());
    }

    private Handovers.Line account(String party) {
        return Handovers.account(state("med")).stream()
                .filter(line -> line.party().equals(party))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whenBothHaveSignedTheStatementTheReceiptIsDraftedFromTheLogsAndTheAccountFollows() throws Exception {
        ListedPerson toAa = onTheList("aa");
        ListedPerson toBb = onTheList("bb");
        handOver("aa", "bb", toBb.token());
        handOver("bb", "aa", toAa.token());
        handInLogs();
        sign("aa");
        assertThat(follow("aa").receipt()).as("one side alone signs for nobody").isEmpty();
        assertThat(signedFacts.get("aa")).isFalse();
        sign("bb");

        assertThat(follow("aa").receipt()).isPresent();
        assertThat(follow("aa").receipt()).as("the same again").isPresent();
        assertThat(follow("bb").receipt()).isPresent();
        assertThat(account("aa").received()).as("a draft gives no credit").isZero();
        signReceipt("aa");
        signReceipt("bb");

        assertThat(account("aa")).isEqualTo(new Handovers.Line("aa", "soldier", 1, 0, 1, 0, 0, 0));
        assertThat(account("bb").owed()).isZero();
        assertThat(state("aa").received()).isEqualTo(state("bb").received());
        assertThat(follow("aa").receipt()).as("nobody is left to sign for").isEmpty();
        assertThat(nodes.get("aa").waiting()).isEmpty();
        assertThat(facts.get("aa")).containsExactly(Map.entry("row of " + toAa.line(), Fact.RELEASED));
        assertThat(signedFacts.get("aa")).isTrue();
    }

    @Test
    void aLogThatIsJoinedLaterTakesTheDraftBackUntilBothHaveSignedAgain() throws Exception {
        handOver("bb", "aa", onTheList("aa").token());
        handInLogs();
        sign("aa");
        sign("bb");
        assertThat(follow("aa").receipt()).isPresent();

        record(
                "aa",
                new Observation.CheckedIn(
                        onTheList("aa").token(),
                        Observation.Outcome.IDENTITY_DISPUTED,
                        Observation.Found.NAME,
                        List.of(),
                        Observation.Photo.DIFFERS));
        handInLogs();

        assertThat(follow("aa").receipt()).isEmpty();
        assertThat(nodes.get("aa").waiting()).as("nobody signs what is not so").isEmpty();
        assertThat(facts.get("aa")).isEmpty();
        sign("aa");
        sign("bb");
        assertThat(follow("aa").receipt())
                .as("the case of his identity is open")
                .isEmpty();
        close(Closing.Outcome.DELIVERED);
        sign("aa");
        sign("bb");
        assertThat(follow("aa").receipt()).isPresent();
        signReceipt("aa");
        assertThat(account("aa").received()).isEqualTo(1);
    }

    @Test
    void aDoubtOfTheOtherSidesReceiptThatSomebodyDraftedByHandIsNotTheLogsToTakeBack() throws Exception {
        ListedPerson toBb = onTheList("bb");
        handOver("aa", "bb", toBb.token());
        handInLogs();
        sign("aa");
        sign("bb");
        follow("bb");
        signReceipt("bb");
        String day = state("aa").received().get("bb").get(toBb.token());
        assertThat(desk("aa").doubt(day, Set.of(toBb.line()), Doubt.RAISED)).isInstanceOf(Outcome.Waiting.class);
        follow("aa");
        assertThat(nodes.get("aa").waiting()).hasSize(1);
    }

    @Test
    void whatWasEnteredFromPaperIsSaidToWhoeverSigns() throws Exception {
        String token = onTheList("aa").token();
        record("bb", new Observation.Offered(token));
        record(
                "aa",
                Observation.OnPaper.of(
                        "P-000017",
                        "officer-aa",
                        "5 Feb 2026, 14:10",
                        new Observation.CheckedIn(
                                token,
                                Observation.Outcome.PRESENT,
                                Observation.Found.NAME,
                                List.of(),
                                Observation.Photo.AGREES)));
        handInLogs();
        assertThat(read("bb").paper()).hasSize(1);
        assertThat(read("bb").paper().getFirst())
                .extracting(FromPaper::form, FromPaper::pen, FromPaper::written)
                .containsExactly("P-000017", "officer-aa", "5 Feb 2026, 14:10");
    }

    @Test
    void whoWentInAnothersPlaceIsSignedForOnceAnAmendmentHasHim() throws Exception {
        ListedPerson planned = onTheList("aa");
        Roster.Expected reserve = roster.reserve().stream()
                .filter(r -> r.returnsTo().equals("aa"))
                .findFirst()
                .orElseThrow();
        record("bb", new Observation.Substituted(planned.token(), reserve.token()));
        handOver("bb", "aa", reserve.token());
        handInLogs();
        close(Closing.Outcome.SETTLED);
        sign("aa");
        sign("bb");
        assertThat(follow("aa").receipt()).as("he is on no list in force").isEmpty();
        String line = reserveLine();
        assertThat(facts.get("aa"))
                .containsOnly(
                        Map.entry("row of " + line, Fact.RELEASED),
                        Map.entry("row of " + planned.line(), Fact.NOT_RETURNED));

        signed("bb", desk("bb").propose(List.of(new Wish("aa", planned.line(), ReplyCode.NOT_AVAILABLE, line))));
        for (String id : List.of("aa", "bb", "med")) {
            signed(id, desk(id).sign());
        }
        assertThat(follow("aa").receipt()).isPresent();
        signReceipt("aa");
        assertThat(account("aa")).isEqualTo(new Handovers.Line("aa", "soldier", 1, 0, 1, 0, 0, 0));
    }

    @Test
    void aReceiptThatALaterLogDoesNotBearOutIsDoubtedAndPutRightByBothSides() throws Exception {
        ListedPerson toAa = onTheList("aa");
        handOver("bb", "aa", toAa.token());
        handInLogs();
        sign("aa");
        sign("bb");
        follow("aa");
        signReceipt("aa");
        record(
                "aa",
                new Observation.CheckedIn(
                        toAa.token(),
                        Observation.Outcome.IDENTITY_DISPUTED,
                        Observation.Found.NAME,
                        List.of(),
                        Observation.Photo.DIFFERS));
        handInLogs();
        assertThat(follow("aa").doubt()).as("both sign first what stands").isEmpty();
        close(Closing.Outcome.STILL_OWED);
        sign("aa");
        sign("bb");

        assertThat(follow("aa").doubt()).isPresent();
        assertThat(follow("aa").doubt()).as("the same again").isPresent();
        assertThat(nodes.get("aa").waiting()).hasSize(1);
        signReceipt("aa");
        assertThat(account("aa").received()).as("one side takes nobody out").isEqualTo(1);
        assertThat(account("aa").doubted()).isEqualTo(1);
        assertThat(follow("aa").doubt()).as("it is said already").isEmpty();

        String day = state("bb").received().get("aa").get(toAa.token());
        signed("bb", desk("bb").doubt(day, Set.of(toAa.line()), Doubt.AGREED));
        assertThat(account("aa").owed()).isEqualTo(1);
        assertThat(state("aa").received()).isEqualTo(state("bb").received()).isEmpty();
        assertThat(follow("aa").receipt()).as("the logs do not credit him").isEmpty();
        assertThat(follow("aa").doubt()).isEmpty();
    }

    private String reserveLine() {
        return org.homeward.node.desk.AfterAgreement.reserve(state("aa"), "aa").getFirst();
    }

    @Test
    void anOccasionIsACodeThatNoticesAndFiguresTakeAndTwoDaysNeverShareOne() {
        assertThat(DayFollowUp.occasion("exchange-9", "day-1")).isEqualTo("exchange-9-day-1");
        for (String caseId : List.of("UA-RU 2026/02", "ua-ru-2026-02", "x".repeat(64), "-case")) {
            assertThat(DayFollowUp.occasion(caseId, "day-1")).matches("[a-z0-9][a-z0-9-]{0,39}");
        }
        assertThat(DayFollowUp.occasion("UA-RU", "day-1")).isNotEqualTo(DayFollowUp.occasion("ua-ru", "day-1"));
    }
}
