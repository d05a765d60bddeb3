package org.homeward.bench.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Floors below what was measured on the development half; the other half is only reported, in docs/measurements.md. */
final class RecordScoresTest {
    @Test
    void theMarksOfAnArticleAreTakenOutAndKept() {
        List<GoldArticle> articles = GoldArticle.load("en", "development");
        assertThat(articles).hasSize(12);
        GoldArticle first = articles.getFirst();
        assertThat(first.text()).doesNotContain("[", "]", "{", "}", "<", ">", "|");
        GoldArticle.Number number = first.figures().getFirst();
        assertThat(number.value()).isEqualTo(84);
        assertThat(first.text().substring(number.words().begin(), number.words().end()))
                .isEqualTo("84");
    }

    @Test
    void aDraftOfAnArticleOfAnotherTextFindsNothingRight() {
        GoldArticle gold = GoldArticle.load("en", "development").getFirst();
        GoldArticle other = new GoldArticle(
                gold.id(),
                gold.language(),
                gold.published(),
                "Nobody spoke.",
                gold.statements(),
                gold.times(),
                gold.figures());
        assertThat(Scorer.of(gold, RecordBench.draft(gold)).all().found()).isPositive();
        assertThat(Scorer.of(gold, RecordBench.draft(other)).all()).isEqualTo(new Tally(0, 0, 0, (int)
                gold.statements().stream().filter(s -> !s.optional()).count()));
    }

    @Test
    void theRulesKeepWhatTheyReachOnTheDevelopmentHalf() {
        List<GoldArticle> slavic = new ArrayList<>(GoldArticle.load("uk", "development"));
        slavic.addAll(GoldArticle.load("ru", "development"));
        Scores english = Scores.of(GoldArticle.load("en", "development"));
        Scores other = Scores.of(slavic);
        assertThat(english.agree().precision()).isGreaterThanOrEqualTo(.92);
        assertThat(english.agree().recall()).isGreaterThanOrEqualTo(.50);
        assertThat(english.all().precision()).isGreaterThanOrEqualTo(.85);
        assertThat(english.all().recall()).isGreaterThanOrEqualTo(.75);
        assertThat(english.agreeWrongSpeaker()).isZero();
        assertThat(english.times().f()).isGreaterThanOrEqualTo(.80);
        assertThat(other.all().precision()).isGreaterThanOrEqualTo(.90);
        assertThat(other.all().recall()).isGreaterThanOrEqualTo(.85);
        assertThat(other.times().f()).isGreaterThanOrEqualTo(.80);
    }
}
