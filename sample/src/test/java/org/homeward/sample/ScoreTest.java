package org.homeward.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.homeward.sample.SampleGenerator.TruePair;
import org.homeward.sample.Score.Link;
import org.homeward.sample.Score.Share;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private static final List<TruePair> TRUTH = List.of(
            new TruePair("h1", "s1", List.of()),
            new TruePair("h2", "s2", List.of("typo", "no-date")),
            new TruePair("h3", "s3", List.of("typo", "twice")),
            new TruePair("h4", "s3", List.of("twice")));

    @Test
    void countsPeopleSoThatSomebodyWhoStandsTwiceIsFoundByEitherRow() {
        Score score = Score.of(TRUTH, List.of(new Link("h1", "s1"), new Link("h4", "s3"), new Link("h4", "s3")));
        assertThat(score.precision()).isEqualTo(1);
        assertThat(score.people()).isEqualTo(3);
        assertThat(score.recall()).isEqualTo(2.0 / 3, within(1e-12));
        assertThat(score.f1()).isEqualTo(0.8, within(1e-12));
    }

    @Test
    void aKindCountsWhereItStandsBetweenEveryPairOfAPerson() {
        Score score = Score.of(TRUTH, List.of(new Link("h4", "s3")));
        assertThat(score.byKind()).containsEntry("typo", new Share(0, 1)).containsEntry("twice", new Share(1, 1));
        assertThat(score.easy()).isEqualTo(new Share(0, 1));
    }

    @Test
    void wrongLinksAreOfPeopleOnNoListOrOfSomebodyElse() {
        Score score = Score.of(TRUTH, List.of(new Link("h1", "s2"), new Link("h9", "s1"), new Link("h2", "s2")));
        assertThat(score.mistaken()).isEqualTo(1);
        assertThat(score.notSought()).isEqualTo(1);
        assertThat(score.precision()).isEqualTo(1.0 / 3, within(1e-12));
    }

    @Test
    void noLinksAreNeverWrongAndFindNobody() {
        Score score = Score.of(TRUTH, List.of());
        assertThat(score.precision()).isEqualTo(1);
        assertThat(score.f1()).isZero();
    }
}
