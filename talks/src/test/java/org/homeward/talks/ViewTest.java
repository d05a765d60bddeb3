package org.homeward.talks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.talks.Example.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ViewTest {
    private static final List<String> KINDS = List.of("INTEREST", "RED_LINE", "FLEXIBILITY", "ROOM");

    private static List<Entry> log(Entry... more) throws Exception {
        List<Entry> log = new ArrayList<>(Example.entries());
        TalksState state = TalksState.of(log);
        for (Entry entry : more) {
            assertThat(TalksRules.decide(state, entry)).as(entry.toString()).isEmpty();
            state = TalksRules.evolve(state, entry);
            log.add(entry);
        }
        return log;
    }

    /** Something that Russia tells the mediator alone, in one of the ways there are. */
    private static Entry confidence(Random random, int n) throws Exception {
        String words = "{\"en\":\"secret " + random.nextInt(1000) + "\"}";
        return switch (random.nextInt(4)) {
            case 0 ->
                entry(
                        "RU",
                        "{\"type\":\"MESSAGE\",\"id\":\"m%d\",\"from\":\"RU\",\"to\":\"US\",\"words\":%s,\"mayTell\":\"%s\"%s}"
                                .formatted(n, words, random.nextBoolean() ? "NO" : "YES", ""));
            case 1 ->
                entry(
                        "US",
                        "{\"type\":\"MESSAGE\",\"id\":\"m%d\",\"from\":\"US\",\"to\":\"RU\",\"words\":%s,\"mayTell\":\"GIST\",\"gist\":%s}"
                                .formatted(n, words, words));
            case 2 ->
                entry(
                        "US",
                        "{\"type\":\"CLAUSE\",\"id\":\"k%d\",\"words\":%s,\"brackets\":[{\"of\":\"RU\",\"words\":%s}],\"why\":\"asked\"}"
                                .formatted(n, words, words));
            default ->
                entry(
                        random.nextBoolean() ? "RU" : "US",
                        "{\"type\":\"POSITION\",\"id\":\"p%d\",\"issue\":\"exchange\",\"of\":\"RU\",\"stance\":\"%s\",\"words\":%s}"
                                .formatted(n, KINDS.get(random.nextInt(KINDS.size())), words));
        };
    }

    @Test
    void twoWorldsThatDifferInConfidencesLookTheSameToTheOtherSide() throws Exception {
        Entry open = entry(
                "RU",
                "{\"type\":\"POSITION\",\"id\":\"open\",\"issue\":\"exchange\",\"of\":\"RU\",\"stance\":\"PUBLIC\",\"words\":{\"en\":\"all for all\"}}");
        View seen = View.of(log(open), "UA");
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Entry> more = new ArrayList<>();
            for (int n = random.nextInt(5); n >= 0; n--) {
                more.add(confidence(random, n));
            }
            more.add(random.nextInt(more.size() + 1), open);
            List<Entry> other = log(more.toArray(Entry[]::new));
            assertThat(View.of(other, "UA")).as("seed " + seed).isEqualTo(seen);
            assertThat(View.of(other, "AE").entries())
                    .as("seed " + seed)
                    .isEqualTo(View.of(log(open), "AE").entries());
            assertThat(View.of(other, "US").entries()).hasSize(other.size());
        }
    }

    @Test
    void aPublicPositionDoesNotNameTheHiddenOneThatItReplaces() throws Exception {
        View seen = View.of(
                log(
                        entry(
                                "RU",
                                "{\"type\":\"POSITION\",\"id\":\"h\",\"issue\":\"exchange\",\"of\":\"RU\",\"stance\":\"RED_LINE\",\"words\":{\"en\":\"never\"}}"),
                        entry(
                                "RU",
                                "{\"type\":\"POSITION\",\"id\":\"o\",\"issue\":\"exchange\",\"of\":\"RU\",\"stance\":\"PUBLIC\",\"words\":{\"en\":\"yes\"},\"supersedes\":\"h\"}")),
                "UA");

        assertThat(seen.state().positions().keySet()).containsExactly("o");
        assertThat(seen.state().positions().get("o").supersedes()).isNull();
    }

    @Test
    void ofAMessageOnlyTheGistGoesOnWhenOnlyTheGistMay() throws Exception {
        List<Entry> log = log(
                entry(
                        "RU",
                        "{\"type\":\"MESSAGE\",\"id\":\"m\",\"from\":\"RU\",\"to\":\"US\",\"words\":{\"en\":\"We could live with 200.\"},\"mayTell\":\"GIST\",\"gist\":{\"en\":\"There is room on the number.\"}}"),
                entry("US", "{\"type\":\"TOLD\",\"message\":\"m\",\"to\":\"UA\"}"));

        assertThat(View.of(log, "UA").state().messages().get("m").words())
                .containsEntry("en", "There is room on the number.");
        assertThat(View.of(log, "UA").toString()).doesNotContain("200");
        assertThat(View.of(log, "RU").state().messages().get("m").words().get("en"))
                .contains("200");
        assertThat(View.of(log, "RU").state().told()).isEmpty();
    }

    @Test
    void thePartySeesTheTextInTheVersionsThatItWasShown() throws Exception {
        List<Entry> log =
                log(entry("US", "{\"type\":\"CLAUSE\",\"id\":\"k\",\"words\":{\"en\":\"new\"},\"why\":\"w\"}"));
        assertThat(View.of(log, "UA").state().versions())
                .extracting(TextVersion::number)
                .containsExactly(1);

        List<Entry> shown = new ArrayList<>(log);
        shown.add(entry("US", "{\"type\":\"SHOWN\",\"version\":4,\"to\":\"UA\",\"why\":\"asked for it\"}"));
        assertThat(View.of(shown, "UA").state().versions())
                .extracting(TextVersion::number)
                .containsExactly(1, 4);
        assertThat(View.of(shown, "RU").state().versions())
                .extracting(TextVersion::number)
                .containsExactly(1);
        assertThat(View.of(shown, "RU").state().shown()).hasSize(1);
    }

    @Test
    void theLimitsOfAuthorityStayWithTheirDelegation() throws Exception {
        List<Entry> log = log(
                entry(
                        "UA",
                        "{\"type\":\"DELEGATION\",\"round\":2,\"of\":\"UA\",\"members\":[],\"authority\":{\"en\":\"up to 500\"}}"));

        assertThat(View.of(log, "RU").toString()).doesNotContain("up to 500");
        assertThat(View.of(log, "UA").toString()).contains("up to 500");
    }

    @Test
    void theMediatorCannotShowASidesRedLineForIt() throws Exception {
        Entry act = entry(
                "US",
                "{\"type\":\"POSITION\",\"id\":\"h\",\"issue\":\"exchange\",\"of\":\"RU\",\"stance\":\"RED_LINE\",\"words\":{\"en\":\"never\"}}");
        Entry shown = new Entry("US", act.at(), List.of("UA"), act.act());

        assertThat(TalksRules.decide(TalksState.of(log()), shown).map(Refusal::code))
                .contains(Refusal.Code.NOT_THEIRS);
    }

    @Test
    void whoTypedAnEntryIsSeenByTheMediatorAndByHisOwnHouse() throws Exception {
        Entry position = entry(
                "RU",
                "{\"type\":\"POSITION\",\"id\":\"o\",\"issue\":\"exchange\",\"of\":\"RU\",\"stance\":\"PUBLIC\",\"words\":{\"en\":\"yes\"}}");
        List<Entry> log = log(position.typedBy("V. Clerk"));

        assertThat(View.of(log, "US").entries().getLast().person()).isEqualTo("V. Clerk");
        assertThat(View.of(log, "RU").entries().getLast().person()).isEqualTo("V. Clerk");
        assertThat(View.of(log, "UA").entries())
                .isEqualTo(View.of(log(position), "UA").entries());
        assertThat(View.common(log).entries())
                .allSatisfy(e -> assertThat(e.person()).isNull());
    }

    @Test
    void whatIsHandedToAllHoldsWhatEachPartyMaySeeAndNothingElse() throws Exception {
        List<Entry> log = log(
                entry(
                        "UA",
                        "{\"type\":\"DELEGATION\",\"round\":2,\"of\":\"UA\",\"members\":[{\"name\":\"R. U.\",\"capacity\":\"HEAD\"}],\"authority\":{\"en\":\"up to 500\"}}"),
                entry(
                        "US",
                        "{\"type\":\"SESSION\",\"id\":\"alone\",\"round\":2,\"date\":\"2026-02-05\",\"format\":\"SHUTTLE\",\"purpose\":{\"en\":\"alone with one\"},\"inRoom\":[\"RU\",\"US\"]}"),
                entry(
                        "RU",
                        "{\"type\":\"POSITION\",\"id\":\"h\",\"issue\":\"exchange\",\"of\":\"RU\",\"stance\":\"RED_LINE\",\"words\":{\"en\":\"never\"}}"),
                entry(
                        "RU",
                        "{\"type\":\"POSITION\",\"id\":\"o\",\"issue\":\"exchange\",\"of\":\"RU\",\"stance\":\"PUBLIC\",\"words\":{\"en\":\"yes\"},\"supersedes\":\"h\"}"));
        View common = View.common(log);

        assertThat(common.toString()).doesNotContain("up to 500", "alone with one", "never");
        assertThat(common.state().delegations().get(2).get("UA").members()).hasSize(1);
        assertThat(common.state().positions().keySet()).containsExactly("o");
        assertThat(common.state().sessions().keySet())
                .containsExactlyElementsOf(View.of(Example.entries(), "UA").state().sessions().keySet().stream()
                        .filter(View.of(Example.entries(), "RU").state().sessions()::containsKey)
                        .toList());
        assertThat(common.state().points().keySet())
                .isEqualTo(View.of(log, "RU").state().points().keySet());
    }
}
