package org.homeward.bench.record;

import java.util.List;

/** What {@link Scorer} says of several articles together. */
record Scores(
        Tally agree,
        Tally all,
        int agreeContent,
        int agreeWrongSpeaker,
        int pronouns,
        int pronounsRight,
        Tally times,
        Tally figures,
        int basisRight) {
    static Scores of(List<GoldArticle> articles) {
        Scores sum = new Scores(Tally.NONE, Tally.NONE, 0, 0, 0, 0, Tally.NONE, Tally.NONE, 0);
        for (GoldArticle article : articles) {
            sum = sum.plus(Scorer.of(article, RecordBench.draft(article)));
        }
        return sum;
    }

    private Scores plus(Scorer s) {
        return new Scores(
                agree.plus(s.agree()),
                all.plus(s.all()),
                agreeContent + s.agreeContent(),
                agreeWrongSpeaker + s.agreeWrongSpeaker(),
                pronouns + s.pronouns(),
                pronounsRight + s.pronounsRight(),
                times.plus(s.timeValues()),
                figures.plus(s.numbers()),
                basisRight + s.basisRight());
    }
}
