package org.homeward.talks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.talks.Example.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.homeward.talks.Refusal.Code;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TalksRulesTest {
    private static final String OPEN_CLAUSE = """
            {"type":"CLAUSE","id":"civilians","issue":"humanitarian","words":{"en":"Civilians return [number] a month."},
            "brackets":[{"of":"UA","words":{"en":"all"}},{"of":"RU","words":{"en":"20"}}],
            "reservations":[{"of":"RU","words":{"en":"subject to lists"}}],"why":"first draft"}""";

    private TalksState state = TalksState.empty();

    @BeforeEach
    void theSecondRoundIsEntered() throws Exception {
        for (Entry entry : Example.entries()) {
            assertThat(TalksRules.decide(state, entry))
                    .as(entry.act().toString())
                    .isEmpty();
            state = TalksRules.evolve(state, entry);
        }
    }

    private Optional<Code> code(String by, String act) throws Exception {
        return TalksRules.decide(state, entry(by, act)).map(Refusal::code);
    }

    private void enter(String by, String act) throws Exception {
        Entry entry = entry(by, act);
        assertThat(TalksRules.decide(state, entry)).isEmpty();
        state = TalksRules.evolve(state, entry);
    }

    @Test
    void dayTwoOfTheSecondRoundIsThereAsItWasHeld() {
        assertThat(state.sessions().values())
                .extracting(s -> s.purpose().get("en"))
                .containsExactly("Trilateral consultations", "Group work", "Subsequent alignment of positions");
        assertThat(state.sessions().values()).allMatch(s -> s.date().equals(LocalDate.of(2026, 2, 5)));
        assertThat(state.agreed("exchange-1")).isTrue();
    }

    @Test
    void aMessageThatMayNotBeToldCannotBeTold() throws Exception {
        enter(
                "RU",
                "{\"type\":\"MESSAGE\",\"id\":\"m1\",\"from\":\"RU\",\"to\":\"US\",\"words\":{\"en\":\"x\"},\"mayTell\":\"NO\"}");

        assertThat(code("US", "{\"type\":\"TOLD\",\"message\":\"m1\",\"to\":\"UA\"}"))
                .contains(Code.MAY_NOT_BE_TOLD);
    }

    @Test
    void wordsAreReadBackInEveryLanguageAndExactly() throws Exception {
        enter("US", "{\"type\":\"CLAUSE\",\"id\":\"c\",\"words\":{\"en\":\"Lists first.\"},\"why\":\"w\"}");

        assertThat(
                        code(
                                "US",
                                "{\"type\":\"READ_BACK\",\"clause\":\"c\",\"words\":{\"en\":\"Lists first.\"},\"authoritative\":\"en\"}"))
                .contains(Code.WRONG_WORDS);
        assertThat(
                        code(
                                "US",
                                "{\"type\":\"READ_BACK\",\"clause\":\"c\",\"words\":{\"en\":\"Lists second.\",\"uk\":\"a\",\"ru\":\"b\"},\"authoritative\":\"en\"}"))
                .contains(Code.WRONG_WORDS);
        assertThat(code("UA", "{\"type\":\"INITIALLED\",\"clause\":\"c\",\"of\":\"UA\",\"initials\":\"X\"}"))
                .contains(Code.WRONG_TIME);
    }

    @Test
    void aClauseWithBracketsCannotBeReadBackAndAnInitialledOneCannotBeRedrafted() throws Exception {
        enter("US", OPEN_CLAUSE);

        assertThat(
                        code(
                                "US",
                                "{\"type\":\"READ_BACK\",\"clause\":\"civilians\",\"words\":{\"en\":\"Civilians return [number] a month.\",\"uk\":\"a\",\"ru\":\"b\"},\"authoritative\":\"en\"}"))
                .contains(Code.WRONG_TIME);
        assertThat(code(
                        "US",
                        "{\"type\":\"CLAUSE\",\"id\":\"exchange-1\",\"words\":{\"en\":\"Other.\"},\"why\":\"w\"}"))
                .contains(Code.WRONG_TIME);
    }

    @Test
    void openingAnAgreedClauseAgainTakesTheInitialsAway() throws Exception {
        enter("US", "{\"type\":\"STATUS\",\"clause\":\"exchange-1\",\"status\":\"OPEN\"}");

        assertThat(state.agreed("exchange-1")).isFalse();
        assertThat(state.points()).isEmpty();
    }

    @Test
    void whereNothingIsAgreedUntilEverythingIsOnePointWaitsForTheOthers() throws Exception {
        TalksState all = TalksState.empty();
        for (Entry entry :
                ActJson.entries(Example.text().replace("\"earlyHarvest\": true", "\"earlyHarvest\": false"))) {
            all = TalksRules.evolve(all, entry);
        }
        assertThat(all.agreed("exchange-1")).isTrue();

        TalksState more = TalksRules.evolve(all, entry("US", OPEN_CLAUSE));
        assertThat(more.agreed("exchange-1")).isFalse();
        assertThat(Remaining.of(more, LocalDate.of(2026, 2, 5)))
                .anyMatch(i -> i.kind() == Remaining.Kind.WAITS_FOR_ALL && i.id().equals("exchange-1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UA | {\"type\":\"CLAUSE\",\"id\":\"x\",\"words\":{\"en\":\"x\"},\"why\":\"w\"} | NOT_THEIRS",
                "UA | {\"type\":\"POSITION\",\"id\":\"p\",\"issue\":\"exchange\",\"of\":\"RU\",\"stance\":\"PUBLIC\",\"words\":{\"en\":\"x\"}} | NOT_THEIRS",
                "US | {\"type\":\"POSITION\",\"id\":\"p\",\"issue\":\"fish\",\"of\":\"RU\",\"stance\":\"PUBLIC\",\"words\":{\"en\":\"x\"}} | UNKNOWN",
                "US | {\"type\":\"SESSION\",\"id\":\"s\",\"round\":2,\"date\":\"2026-02-06\",\"format\":\"PLENARY\",\"purpose\":{\"en\":\"x\"}} | WRONG_TIME",
                "US | {\"type\":\"SESSION\",\"id\":\"s\",\"round\":3,\"date\":\"2026-02-05\",\"format\":\"PLENARY\",\"purpose\":{\"en\":\"x\"}} | UNKNOWN",
                "US | {\"type\":\"SHOWN\",\"version\":9,\"to\":\"UA\",\"why\":\"w\"} | UNKNOWN",
                "FR | {\"type\":\"STEP\",\"id\":\"s\",\"what\":{\"en\":\"x\"},\"owner\":\"US\"} | UNKNOWN",
                "US | {\"type\":\"ISSUE\",\"id\":\"exchange\",\"name\":{\"en\":\"x\"}} | ALREADY_THERE"
            })
    void whatDoesNotCountIsRefusedWithItsCode(String by, String act, Code code) throws Exception {
        assertThat(code(by, act)).contains(code);
    }

    @Test
    void whatRemainsIsAListWithOneReasonEach() throws Exception {
        enter("US", OPEN_CLAUSE);
        enter("UA", "{\"type\":\"REPORT\",\"step\":\"handover\",\"of\":\"UA\",\"report\":\"DONE\"}");
        List<Remaining.Item> items = Remaining.of(state, LocalDate.of(2026, 2, 6));

        assertThat(items)
                .extracting(i -> i.kind() + " " + i.id())
                .containsExactly(
                        "OPEN_ISSUE humanitarian",
                        "OPEN_ISSUE ceasefire",
                        "RESERVATION civilians",
                        "BRACKETED_CLAUSE civilians",
                        "OWED_DELIVERABLE military",
                        "STEP_DONE handover");
        enter("RU", "{\"type\":\"REPORT\",\"step\":\"handover\",\"of\":\"RU\",\"report\":\"DISPUTED\"}");
        assertThat(Remaining.of(state, LocalDate.of(2026, 2, 6)))
                .anyMatch(i -> i.kind() == Remaining.Kind.STEP_DISPUTED && i.of().equals(List.of("RU")));
    }

    @Test
    void aStepPastItsDayIsLate() {
        assertThat(Remaining.of(state, LocalDate.of(2026, 2, 5))).anyMatch(i -> i.kind() == Remaining.Kind.STEP_DUE);
        assertThat(Remaining.of(state, LocalDate.of(2026, 2, 6))).anyMatch(i -> i.kind() == Remaining.Kind.STEP_LATE);
    }

    @Test
    void twoVersionsDifferWherePartsDiffer() throws Exception {
        enter("US", OPEN_CLAUSE);
        int before = state.text().orElseThrow().number();
        enter("US", OPEN_CLAUSE.replace("\"20\"", "\"35\""));

        assertThat(state.version(before).orElseThrow().changesTo(state.text().orElseThrow()))
                .containsExactly(new TextVersion.Change("civilians", "bracket.RU.en", "20", "35"));
    }
}
