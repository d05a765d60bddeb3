package org.homeward.protocol.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.homeward.protocol.Actors;
import org.homeward.protocol.exchange.Act.SoughtLine;
import org.homeward.protocol.exchange.Disclosure.Rung;
import org.homeward.protocol.exchange.Refusal.Code;
import org.homeward.protocol.json.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {
    private static final String SALT = "5a".repeat(32);

    private static Terms terms(Ladder ladder, RateTable rates) {
        return new Terms(
                "t",
                "per side",
                Map.of(),
                Map.of(),
                CanonicalJson.tree(Map.of("clauses", List.of())),
                List.of(),
                ladder,
                rates,
                List.of());
    }

    private static SoughtLine line(String rank, String number, String unit) {
        return new SoughtLine("aa-1", "Тест Тестенко", null, null, null, "1990", "Тестівка", rank, number, unit, null);
    }

    /** What becomes of an opened list with that line under that ladder. */
    private static Code revealed(Ladder ladder, SoughtLine line) {
        Actors actors = new Actors();
        actors.act("med", new Act.CaseOpened(actors.participants));
        actors.act("med", new Act.TermsProposed(terms(ladder, null)));
        for (String id : List.of("med", "aa", "bb")) {
            actors.act(id, new Act.TermsSigned(terms(ladder, null).digest()));
        }
        List<SoughtLine> lines = List.of(line);
        actors.act("aa", new Act.ListSealed(SealedList.commitment(Actors.CASE, "aa", SALT, lines), 1));
        actors.act("bb", actors.sealed("bb", SALT));
        return CaseRules.decide(actors.state, actors.record("aa", new Act.ListRevealed(SALT, lines)))
                .map(Refusal::code)
                .orElse(null);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"private, -, -", "-, 12345, -", "-, -, 1st brigade"})
    void aListGoesNoFurtherThanTheTermsLetIt(String rank, String number, String unit) {
        SoughtLine line = line(rank, number, unit);
        assertThat(revealed(Ladder.STANDARD, line)).isEqualTo(Code.ABOVE_RUNG);
        assertThat(revealed(Ladder.OPEN, line)).isNull();
        assertThat(revealed(Ladder.STANDARD, Ladder.STANDARD.cut(line))).isNull();
    }

    @Test
    void anAnswerGoesNoFurtherThanTheTermsLetIt() {
        Ladder noRanks = new Ladder(Rung.FIELDS, Rung.FIELDS);
        Act answers = Actors.answers("bb");
        assertThat(Ladder.refusal(terms(noRanks, null), answers).map(Refusal::code))
                .contains(Code.ABOVE_RUNG);
        assertThat(Ladder.refusal(terms(Ladder.STANDARD, null), answers)).isEmpty();
        assertThat(Ladder.refusal(terms(noRanks, null), new Act.SelectionProposed(Actors.proposal(1))))
                .isPresent();
        Act cut =
                new Act.LinesAnswered(List.of(new Act.Reply("bb-l1", ReplyCode.HELD, noRanks.cut(Actors.held("bb")))));
        assertThat(Ladder.refusal(terms(noRanks, null), cut)).isEmpty();
    }

    @Test
    void whatNamesLinesAloneIsAPseudonymWhateverTheTermsSay() {
        for (Act act : List.of(
                Actors.confirmed("aa"),
                Actors.acknowledged("aa"),
                Actors.received("aa", "t"),
                new Act.AvailabilityChanged(List.of("aa-l1"), List.of()))) {
            assertThat(Disclosure.highest(act)).contains(Rung.PSEUDONYM);
            assertThat(Ladder.OPEN.bound(act.kind())).isEqualTo(Rung.PSEUDONYM);
        }
        assertThat(Ladder.OPEN.bound("ListSealed")).isEqualTo(Rung.NUMBER);
    }

    @Test
    void aLadderOnWhichNobodyCouldBeTracedIsNone() {
        assertThat(terms(new Ladder(Rung.PSEUDONYM, Rung.FULL), null).flaw()).isPresent();
        assertThat(terms(new Ladder(Rung.FIELDS, Rung.NUMBER), null).flaw()).isPresent();
        assertThat(terms(new Ladder(Rung.FIELDS, Rung.FIELDS), RateTables.all().getFirst())
                        .flaw())
                .as("rates without ranks")
                .isPresent();
        assertThat(terms(Ladder.STANDARD, null).flaw()).isEmpty();
    }
}
