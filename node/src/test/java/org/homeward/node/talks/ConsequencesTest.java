package org.homeward.node.talks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.selection.Candidate;
import org.homeward.talks.Act;
import org.homeward.talks.TextClause;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConsequencesTest {
    private static JsonNode terms(int number, String side) {
        return JsonMapper.shared().readTree("""
                {"id": "t", "date": "2026-02-05", "countingRule": "soldiers a side", "sides": ["ua", "%2$s"],
                 "categories": [
                   {"id": "soldiers", "text": "Prisoners of war", "tests": [{"attribute": "kind", "op": "IS", "values": ["SOLDIER"]}]},
                   {"id": "wounded", "text": "Seriously wounded and sick", "tests": [
                     {"attribute": "medical", "op": "IS", "values": ["SERIOUS"]}, {"attribute": "kind", "op": "IS", "values": ["SOLDIER"]}]}],
                 "levels": [{"measure": "LONGEST_HELD"}],
                 "clauses": [
                   {"type": "COUNT", "id": "a", "text": "to ua", "side": "ua", "category": "soldiers", "number": %1$d},
                   {"type": "COUNT", "id": "b", "text": "to ru", "side": "%2$s", "category": "soldiers", "number": %1$d},
                   {"type": "ALL", "id": "w", "text": "all seriously wounded and sick", "category": "wounded"}],
                 "deadlines": [{"due": "REPLY", "hours": 24, "onExpiry": "NOTHING"}]}""".formatted(number, side));
    }

    private static List<Candidate> people(int each) {
        List<Candidate> people = new ArrayList<>();
        for (String side : List.of("ua", "ru")) {
            for (int i = 0; i < each; i++) {
                people.add(new Candidate(
                        side + ":" + i,
                        side,
                        Candidate.Kind.SOLDIER,
                        i == 0 && side.equals("ru") ? Candidate.Medical.SERIOUS : Candidate.Medical.NONE,
                        LocalDate.of(2023, 1, 1).plusDays(i),
                        "PRIVATE",
                        LocalDate.of(1990, 1, 1),
                        Map.of()));
            }
        }
        return people;
    }

    private static TextClause clause() {
        return new TextClause(
                "k",
                null,
                Map.of("en", "a number"),
                List.of(
                        new Act.Bracket("ua", Map.of("en", "more"), terms(9, "ru")),
                        new Act.Bracket("ru", Map.of("en", "no terms"), null),
                        new Act.Bracket(null, Map.of("en", "far more"), terms(40, "ru"))),
                List.of(),
                Act.Status.OPEN,
                terms(5, "ru"));
    }

    @Test
    void eachWordingThatIsTermsSaysHowManyComeHomeAndHowManyStay() {
        List<Consequences> all = Consequences.of(clause(), people(12));

        assertThat(all).extracting(Consequences::of).containsExactly("", "ua", "");
        assertThat(all).extracting(Consequences::place).containsExactly(0, 1, 3);
        assertThat(all.get(0).refused()).isNull();
        assertThat(all.get(0).home()).containsEntry("ua", 5).containsEntry("ru", 6);
        assertThat(all.get(0).outside())
                .as("a seriously wounded man is no currency")
                .containsEntry("ru", 1);
        assertThat(all.get(0).stay()).containsEntry("ua", 7).containsEntry("ru", 6);
        assertThat(all.get(1).home()).containsEntry("ua", 9).containsEntry("ru", 10);
        assertThat(all.get(1).categories()).containsKey("Prisoners of war");
    }

    @Test
    void aWordingThatNobodyCanFulfilIsASentenceAndTheOthersStand() {
        List<Consequences> all = Consequences.of(clause(), people(12));

        assertThat(all.get(2).refused()).contains("contradict each other");
        assertThat(all.get(2).home()).isEmpty();
        TextClause other =
                new TextClause("k", null, Map.of("en", "x"), List.of(), List.of(), Act.Status.OPEN, terms(5, "xx"));
        assertThat(Consequences.of(other, people(3)).getFirst().refused()).contains("the side 'ru'");
        assertThat(Consequences.of(other, people(3))).hasSize(1);
        TextClause broken = new TextClause(
                "k",
                null,
                Map.of("en", "x"),
                List.of(),
                List.of(),
                Act.Status.OPEN,
                JsonMapper.shared().readTree("{\"id\":\"t\"}"));
        assertThat(Consequences.of(broken, people(3)).getFirst().refused()).contains("The terms cannot be read");
    }
}
