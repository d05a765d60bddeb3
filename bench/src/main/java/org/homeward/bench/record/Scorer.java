package org.homeward.bench.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.record.Article;
import org.homeward.record.Span;
import org.homeward.record.draft.Draft;
import org.homeward.record.figure.Figure;
import org.homeward.record.statement.Statement;
import org.homeward.record.time.TimeExpression;

/**
 * Compares one draft with the truth. A statement is right when at least half of the words of both contents together are common
 * (Jaccard) and the speakers share a word that is not a function word, or are the same pronoun; one to one. A time is right when
 * it overlaps and its value is equal; a figure likewise.
 */
final class Scorer {
    private static final double LEAST_COMMON = 0.5;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Set<String> FUNCTION = new HashSet<>(List.of(
            ("the a an of in on at to for and or but that this his her its their who which is was were be been has had have he she"
                            + " they it we i with by from as s not и в во на с что не он она они оно его её их к о об по у за і й та у з"
                            + " зі що не він вона вони воно його її їх до про від")
                    .split(" ")));

    private record Pair(int draft, int gold, double common, boolean speaker) {}

    private final GoldArticle gold;
    private final Draft draft;
    private final List<String> misses = new ArrayList<>();
    private Tally agree = Tally.NONE;
    private Tally all = Tally.NONE;
    private int agreeContent;
    private int agreeWrongSpeaker;
    private int pronouns;
    private int pronounsRight;
    private Tally times = Tally.NONE;
    private Tally figures = Tally.NONE;
    private int basisRight;

    private Scorer(GoldArticle gold, Draft draft) {
        this.gold = gold;
        this.draft = draft;
    }

    static Scorer of(GoldArticle gold, Draft draft) {
        Scorer scorer = new Scorer(gold, draft);
        scorer.statements();
        scorer.times();
        scorer.figures();
        return scorer;
    }

    Tally agree() {
        return agree;
    }

    Tally all() {
        return all;
    }

    /** In the tier of two rules: drafts whose content is right. */
    int agreeContent() {
        return agreeContent;
    }

    /** Of {@link #agreeContent}, those whose speaker is not. */
    int agreeWrongSpeaker() {
        return agreeWrongSpeaker;
    }

    int pronouns() {
        return pronouns;
    }

    int pronounsRight() {
        return pronounsRight;
    }

    Tally timeValues() {
        return times;
    }

    Tally numbers() {
        return figures;
    }

    int basisRight() {
        return basisRight;
    }

    /** What went wrong, in words, for somebody who mends the rules. */
    List<String> misses() {
        return misses;
    }

    private void statements() {
        List<Statement> shown = draft.statements().stream()
                .filter(s -> s.tier() != Statement.Tier.UNATTRIBUTED)
                .toList();
        List<GoldArticle.Said> sought = gold.statements();
        List<Pair> pairs = new ArrayList<>();
        for (int d = 0; d < shown.size(); d++) {
            Set<String> words = draftWords(shown.get(d).content());
            for (int g = 0; g < sought.size(); g++) {
                double common = jaccard(words, goldWords(sought.get(g).content()));
                if (common >= LEAST_COMMON) {
                    pairs.add(new Pair(d, g, common, speaker(shown.get(d), sought.get(g))));
                }
            }
        }
        pairs.sort(Comparator.comparing((Pair p) -> !p.speaker()).thenComparing(p -> -p.common()));
        Pair[] byDraft = new Pair[shown.size()];
        boolean[] taken = new boolean[sought.size()];
        for (Pair p : pairs) {
            if (byDraft[p.draft()] == null && !taken[p.gold()]) {
                byDraft[p.draft()] = p;
                taken[p.gold()] = true;
            }
        }
        int required = (int) sought.stream().filter(s -> !s.optional()).count();
        agree = new Tally(0, 0, 0, required);
        all = new Tally(0, 0, 0, required);
        boolean[] found = new boolean[sought.size()];
        for (int d = 0; d < shown.size(); d++) {
            Pair p = byDraft[d];
            boolean right = p != null && p.speaker();
            boolean counts = right && !sought.get(p.gold()).optional();
            Tally one = new Tally(right ? 1 : 0, counts ? 1 : 0, 1, 0);
            all = all.plus(one);
            boolean two = shown.get(d).tier() == Statement.Tier.AGREE;
            if (two) {
                agree = agree.plus(one);
            }
            if (p != null && two) {
                agreeContent++;
                agreeWrongSpeaker += right ? 0 : 1;
            }
            if (right) {
                found[p.gold()] = true;
                referent(shown.get(d), sought.get(p.gold()));
            } else {
                misses.add((two ? "wrong, two rules" : "wrong, one rule") + (p == null ? "" : ", speaker only") + ": "
                        + words(shown.get(d)) + "  [" + shown.get(d).rule() + "]");
            }
        }
        for (int g = 0; g < found.length; g++) {
            if (!found[g] && !sought.get(g).optional()) {
                GoldArticle.Stretch who = sought.get(g).speaker();
                misses.add("missed: " + (who == null ? "?" : gold.text().substring(who.begin(), who.end())) + " :: "
                        + sought.get(g).content().stream()
                                .map(c -> gold.text().substring(c.begin(), c.end()))
                                .toList());
            }
        }
    }

    private void referent(Statement s, GoldArticle.Said truth) {
        if (truth.referent() == null || s.referent() == null) {
            return;
        }
        pronouns++;
        if (sharesWord(stems(words(truth.referent())), stems(words(s.referent().value())))) {
            pronounsRight++;
        } else {
            misses.add("referent: " + s.referent().value() + " is not " + truth.referent());
        }
    }

    private boolean speaker(Statement s, GoldArticle.Said truth) {
        Span span = s.speaker();
        GoldArticle.Stretch who = truth.speaker();
        if (span == null || who == null) {
            return false;
        }
        Set<String> drafted = words(gold.text().substring(span.begin(), span.end()));
        Set<String> sought = words(gold.text().substring(who.begin(), who.end()));
        return sought.isEmpty() || drafted.isEmpty()
                ? who.overlaps(span.begin(), span.end())
                : sharesWord(drafted, sought);
    }

    private void times() {
        int right = 0;
        boolean[] taken = new boolean[gold.times().size()];
        for (TimeExpression time : draft.times()) {
            boolean hit = false;
            for (int g = 0; g < taken.length && !hit; g++) {
                GoldArticle.Time truth = gold.times().get(g);
                if (!taken[g]
                        && truth.words()
                                .overlaps(time.words().begin(), time.words().end())
                        && truth.value().equals(time.value())) {
                    taken[g] = true;
                    hit = true;
                }
            }
            right += hit ? 1 : 0;
            if (!hit) {
                misses.add("time wrong: " + draft.article().words(time.words()) + " = " + time.value());
            }
        }
        for (int g = 0; g < taken.length; g++) {
            GoldArticle.Stretch at = gold.times().get(g).words();
            if (!taken[g]) {
                misses.add("time missed: " + gold.text().substring(at.begin(), at.end()) + " = "
                        + gold.times().get(g).value());
            }
        }
        times = new Tally(right, right, draft.times().size(), taken.length);
    }

    private void figures() {
        int right = 0;
        boolean[] taken = new boolean[gold.figures().size()];
        for (Figure figure : draft.figures()) {
            boolean hit = false;
            for (int g = 0; g < taken.length && !hit; g++) {
                GoldArticle.Number truth = gold.figures().get(g);
                if (!taken[g]
                        && truth.words()
                                .overlaps(
                                        figure.number().begin(), figure.number().end())
                        && truth.value() == figure.value()) {
                    taken[g] = true;
                    hit = true;
                    basisRight +=
                            "SPTU".indexOf(truth.basis()) >= 0 && basis(figure.basisKind()) == truth.basis() ? 1 : 0;
                }
            }
            right += hit ? 1 : 0;
            if (!hit) {
                misses.add("figure wrong: " + draft.article().words(figure.number()) + " "
                        + draft.article().words(figure.unit()));
            }
        }
        for (int g = 0; g < taken.length; g++) {
            if (!taken[g]) {
                int begin = gold.figures().get(g).words().begin();
                misses.add("figure missed: "
                        + gold.text()
                                .substring(begin, Math.min(gold.text().length(), begin + 40))
                                .replace('\n', ' '));
            }
        }
        figures = new Tally(right, right, draft.figures().size(), taken.length);
    }

    private static char basis(Figure.Basis basis) {
        return switch (basis) {
            case PER_SIDE -> 'S';
            case TOTAL -> 'T';
            case UNSTATED -> 'U';
        };
    }

    private String words(Statement s) {
        Article a = draft.article();
        Span speaker = s.speaker();
        return (speaker == null ? "-" : a.words(speaker)) + " :: "
                + s.content().stream().map(a::words).toList();
    }

    private Set<String> draftWords(List<Span> spans) {
        Set<String> words = new HashSet<>();
        spans.forEach(s -> words.addAll(words(draft.article().words(s))));
        return words;
    }

    private Set<String> goldWords(List<GoldArticle.Stretch> stretches) {
        Set<String> words = new HashSet<>();
        stretches.forEach(s -> words.addAll(words(gold.text().substring(s.begin(), s.end()))));
        return words;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        Matcher m = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (m.find()) {
            if (!FUNCTION.contains(m.group())) {
                words.add(m.group());
            }
        }
        return words;
    }

    private static boolean sharesWord(Set<String> a, Set<String> b) {
        return a.stream().anyMatch(b::contains);
    }

    /** First letters of words: "Андрія" and "Андрій" are one name. */
    private static Set<String> stems(Set<String> words) {
        Set<String> stems = new HashSet<>();
        words.forEach(w -> stems.add(w.substring(0, Math.min(4, w.length()))));
        return stems;
    }

    private static double jaccard(Set<String> a, Set<String> b) {
        long common = a.stream().filter(b::contains).count();
        long union = a.size() + b.size() - common;
        return union == 0 ? 0 : (double) common / union;
    }
}
