package org.homeward.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.handover.log.Roster;
import org.homeward.handover.log.RosterText;
import org.homeward.handover.pack.DayList;
import org.homeward.handover.pack.Manifest;
import org.homeward.handover.reconciliation.Reconciliation;
import org.homeward.node.day.DayFiles;
import org.homeward.node.day.DayFolder;
import org.homeward.node.day.DayReadings;
import org.homeward.node.day.Seating;
import org.homeward.node.desk.AfterAgreement;
import org.homeward.node.desk.AfterAgreement.Wish;
import org.homeward.node.desk.ListProposal;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Act.ListedPerson;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Deadline;
import org.homeward.protocol.exchange.Handovers;
import org.homeward.protocol.exchange.Refusal;
import org.homeward.protocol.exchange.ReplyCode;
import org.homeward.protocol.json.CanonicalJson;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is done when a case is agreed, by three nodes. */
class AfterAgreementTest extends AgreedCase {
    private static Refusal.Code refusal(Outcome outcome) {
        return ((Outcome.Refused) outcome).refusal().code();
    }

    @Test
    void theDeadlinesOfATermsFileAreThoseOfTheTermsThatAreSigned() {
        assertThat(state("aa").terms().deadlines())
                .containsExactly(new Deadline(Deadline.Due.AMENDMENT, 72, Deadline.OnExpiry.LAPSES));
    }

    @Test
    void aManOfTheReserveTakesAPlaceOnceAllThreeDesksHaveSigned() throws IOException {
        ListedPerson first = onTheList("aa");
        String reserve = AfterAgreement.reserve(state("aa"), "aa").getFirst();
        assertThat(reserve).isNotEqualTo(first.line());
        signed("bb", desk("bb").propose(List.of(new Wish("aa", first.line(), ReplyCode.NOT_AVAILABLE, reserve))));
        for (String id : List.of("aa", "bb", "med")) {
            assertThat(onTheList("aa")).isEqualTo(first);
            signed(id, desk(id).sign());
        }
        assertThat(onTheList("aa").line()).isEqualTo(reserve);
        assertThat(onTheList("aa").number()).isEqualTo(2);
        assertThat(AfterAgreement.reserve(state("aa"), "aa")).containsExactly(first.line());
        assertThat(state("aa")).isEqualTo(state("bb")).isEqualTo(state("med"));
    }

    @Test
    void whoProposedWithdrawsAndTheOtherDeclines() throws IOException {
        ListedPerson first = onTheList("aa");
        Wish wish = new Wish(
                "aa",
                first.line(),
                ReplyCode.DIED,
                AfterAgreement.reserve(state("aa"), "aa").getFirst());
        signed("aa", desk("aa").propose(List.of(wish)));
        signed("aa", desk("aa").end());
        assertThat(state("bb").amendment()).isNull();
        signed("aa", desk("aa").propose(List.of(wish)));
        signed("bb", desk("bb").end());
        assertThat(state("aa").amendment()).isNull();
        assertThat(onTheList("aa")).isEqualTo(first);
        assertThat(refusal(desk("aa").end())).isEqualTo(Refusal.Code.WRONG_PHASE);
        assertThat(refusal(desk("aa").sign())).isEqualTo(Refusal.Code.WRONG_PHASE);
    }

    @Test
    void anAmendmentThatBreaksTheNumbersOfTheTermsIsNotEvenDrafted() throws IOException {
        String reserve = AfterAgreement.reserve(state("aa"), "aa").getFirst();
        assertThat(refusal(desk("aa").propose(List.of(new Wish("aa", null, null, reserve)))))
                .isEqualTo(Refusal.Code.BAD_LINES);
        assertThat(refusal(desk("aa")
                        .propose(List.of(new Wish("aa", onTheList("aa").line(), ReplyCode.DIED, null)))))
                .isEqualTo(Refusal.Code.BAD_LINES);
        assertThat(refusal(desk("aa").propose(List.of()))).isEqualTo(Refusal.Code.BAD_LINES);
    }

    @Test
    void nobodyComesWhoIsOnALiveListOfAnotherCaseOfThisNode() throws IOException {
        Wish wish = new Wish(
                "aa",
                onTheList("aa").line(),
                ReplyCode.NOT_AVAILABLE,
                AfterAgreement.reserve(state("aa"), "aa").getFirst());
        takenElsewhere = true;
        assertThat(refusal(desk("bb").propose(List.of(wish)))).isEqualTo(Refusal.Code.BAD_LINES);
        takenElsewhere = false;
        signed("aa", desk("aa").propose(List.of(wish)));
        takenElsewhere = true;
        assertThat(refusal(desk("bb").sign())).isEqualTo(Refusal.Code.BAD_LINES);
    }

    @Test
    void theReceivingSideSignsForItsPeopleAndTheAccountIsEvenOnThatSide() throws IOException {
        String line = onTheList("aa").line();
        signed("aa", desk("aa").receive("handover-1", Set.of(line)));
        assertThat(Handovers.account(state("bb")))
                .extracting(l -> l.party() + " owes nothing: " + (l.owed() == 0))
                .containsExactly("aa owes nothing: true", "bb owes nothing: false");
        assertThat(refusal(desk("aa").receive("handover-2", Set.of(line)))).isEqualTo(Refusal.Code.BAD_LINES);
    }

    @Test
    @Tag(PROPOSED)
    void whoIsObjectedToIsNotOnTheNextListsAndNobodyLearnsWhy() throws Exception {
        String first = state("bb").proposal().returning().get("aa").getFirst().line();
        does("med", new Act.ListsFrozen(state("med").proposal().digest()));
        signed("bb", desk("bb").object(Set.of(first)));

        assertThat(state("aa").frozen()).as("every freeze is taken back").isEmpty();
        assertThat(state("aa").objected()).containsExactly(first);
        var lists = (ListProposal.Made.Lists) ListProposal.make(nodes.get("med").state());
        assertThat(lists.proposal().returning().get("aa"))
                .hasSize(1)
                .noneMatch(person -> person.line().equals(first));
        does("med", new Act.SelectionProposed(lists.proposal()));
        synchronise();
        assertThat(ListProposal.check(state("aa"), lists.proposal()))
                .as("the other side computes the same lists")
                .isEmpty();
    }

    @Test
    void allThreeMakeTheSameRosterOfTheAgreementAndTheListHasBothWritings() throws Exception {
        DayFiles.Plan plan = new DayFiles.Plan(
                "day-1",
                "icrc",
                "bus-1 aa north airspace:bb fire-control:bb\n\nbus-2 icrc south",
                "bags aa 6060",
                "water\nradio");
        Map<String, byte[]> ofAa = files(DayFiles.of(state("aa"), plan, true, "checkpoint", "policy"));
        Map<String, byte[]> ofMed = files(DayFiles.of(state("med"), plan, false, "checkpoint", "policy"));
        assertThat(ofMed.get(DayFiles.ROSTER)).isEqualTo(ofAa.get(DayFiles.ROSTER));
        assertThat(ofMed).as("an agency needs no names").doesNotContainKey(DayFiles.LIST);
        Roster roster = RosterText.read(ofAa.get(DayFiles.ROSTER)).get();
        assertThat(roster.agreement())
                .isEqualTo(state("bb").agreement().orElseThrow().digest());
        assertThat(roster.people()).hasSize(2);
        assertThat(roster.reserve())
                .as("who may go in another's place is at hand on the day")
                .extracting(Roster.Expected::returnsTo)
                .containsExactly("aa", "bb");
        assertThat(roster.planned()).containsEntry("bags:aa", 6060L);
        assertThat(roster.vehicles().getFirst().clearances()).hasSize(2);
        assertThat(new String(ofAa.get(DayFiles.ROSTER), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("Тест");
        DayList list = CanonicalJson.read(ofAa.get(DayFiles.LIST), DayList.class);
        assertThat(list.flaw(roster)).isEmpty();
        assertThat(list.lines().getFirst().names()).hasSize(2);
        assertThat(DayFiles.zip(ofAa)).as("the same bytes again").isEqualTo(DayFiles.zip(ofAa));
    }

    @Test
    void aPlanThatCannotBeADayIsRefusedWithItsLine() throws Exception {
        assertThat(sentence("day-1", "icrc", "bus 1", "")).contains("'bus 1'");
        assertThat(sentence("day-1", "icrc", "bus-1 zz north", "")).contains("bus-1");
        assertThat(sentence("day-1", "icrc", "bus-1 aa north airspace:", "")).contains("airspace:");
        assertThat(sentence("day-1", "icrc", "", "bags aa many")).contains("bags aa many");
        assertThat(sentence("Day 1", "icrc", "", "")).contains("short code");
        assertThat(sentence("day-1", "aa", "", "")).contains("neutral");
    }

    @Test
    @Tag(PROPOSED)
    void noDayIsMadeOfListsThatAreNotSigned() throws Exception {
        assertThat(sentence("day-1", "icrc", "", "")).contains("not agreed yet");
    }

    @Test
    void whatCameBackFromADayIsKeptUnderItsDigestAndReadWithTheRosterOfTheAgreement() throws Exception {
        DayFiles.Plan plan = new DayFiles.Plan("day-1", "icrc", "", "bags aa 6060", "");
        byte[] roster = files(DayFiles.of(state("aa"), plan, true, "checkpoint", "policy"))
                .get(DayFiles.ROSTER);
        DayFolder folder = new DayFolder(home.resolve("days"), new DayReadings());
        assertThat(folder.take("day-1", new byte[0])).as("before its roster").isPresent();
        assertThat(folder.takeRoster(state("aa"), roster)).isEmpty();
        assertThat(folder.takeRoster(state("aa"), roster)).as("again").isEmpty();
        byte[] other = files(DayFiles.of(
                        state("aa"), new DayFiles.Plan("day-1", "icrc", "", "bags aa 6057", ""), true, "c", "p"))
                .get(DayFiles.ROSTER);
        assertThat(folder.takeRoster(state("aa"), other).orElseThrow()).contains("another roster of day day-1");
        assertThat(folder.takeRoster(CaseState.empty("another"), roster)).isPresent();
        assertThat(folder.take("day-1", "no log".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .orElseThrow())
                .contains("neither a device's log nor");

        var day = folder.read("day-1").orElseThrow().get();
        Reconciliation evening = Reconciliation.of(day.day(), day.closings());
        assertThat(evening.counts()).anyMatch(count -> count.what().equals("bags") && count.planned() == 6060);
        assertThat(evening.account().owed()).as("nobody was handed over yet").hasSize(2);
        assertThat(folder.read("day-2")).isEmpty();
    }

    @Test
    void seatsGoIntoAFileOfTheirOwnAndRoutesAndTimesIntoAnother() throws Exception {
        String vehicles = "bus-1 aa north airspace:bb";
        int number = onTheList("aa").number();
        Map<String, byte[]> files = files(DayFiles.of(
                state("aa"),
                new DayFiles.Plan("day-1", "icrc", vehicles, "", "", "bus-1 12 aa " + number + "\nbus-1 13 aa r1"),
                true,
                "checkpoint",
                "policy"));
        Manifest manifest = CanonicalJson.read(files.get(DayFiles.MANIFEST), Manifest.class);
        assertThat(manifest.seats()).extracting(Manifest.Seat::seat).containsExactly(12, 13);
        assertThat(manifest.seats().getFirst().token())
                .isEqualTo(onTheList("aa").token());
        for (String seats : List.of("bus-1 12 aa", "bus-1 12 aa 99", "bus-9 1 aa " + number, "bus-1 x aa 1")) {
            assertThat(DayFiles.of(
                            state("aa"), new DayFiles.Plan("day-1", "icrc", vehicles, "", "", seats), true, "c", "p"))
                    .as(seats)
                    .isInstanceOf(DayFiles.Made.Refused.class);
        }
        String twice = "bus-1 1 aa " + number + "\nbus-1 2 aa " + number;
        assertThat(DayFiles.of(state("aa"), new DayFiles.Plan("day-1", "icrc", vehicles, "", "", twice), true, "c", "p")
                        .toString())
                .contains("two seats");

        var moved = (Seating.Moved.Movements)
                Seating.movements("c", "day-1", "bus-1 | 05:40 | 09:10 | road 7 | aa-01 aa-02\n");
        assertThat(moved.plan().knownTo("aa-02").movements().getFirst().route()).isEqualTo("road 7");
        assertThat(moved.plan().knownTo("bb-01").movements()).isEmpty();
        assertThat(files.values())
                .as("no route stands in the files of the day")
                .noneMatch(file -> new String(file, java.nio.charset.StandardCharsets.UTF_8).contains("road 7"));
        for (String line : List.of("", "bus-1 | 05:40", "bus-1 | | 09:10 | road | aa-01", "x".repeat(600))) {
            assertThat(Seating.movements("c", "day-1", line)).as(line).isInstanceOf(Seating.Moved.Refused.class);
        }
    }

    private String sentence(String day, String neutral, String vehicles, String counted) {
        DayFiles.Made made = DayFiles.of(
                state("aa"), new DayFiles.Plan(day, neutral, vehicles, counted, ""), true, "checkpoint", "policy");
        assertThat(made).isInstanceOf(DayFiles.Made.Refused.class);
        return ((DayFiles.Made.Refused) made).sentence();
    }

    private static Map<String, byte[]> files(DayFiles.Made made) {
        assertThat(made).isInstanceOf(DayFiles.Made.Files.class);
        return ((DayFiles.Made.Files) made).files();
    }
}
