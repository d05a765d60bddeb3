package org.homeward.record.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.record.Article;
import org.homeward.record.Span;
import org.homeward.record.statement.Statement;
import org.homeward.record.text.Block;
import org.homeward.record.text.Page;
import org.homeward.record.text.Sentence;

/** Finds numbers of people sentence by sentence. */
public final class Figures {
    private static final int U = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\d.,$€£-])(?<n>(?:\\d{1,3}(?:[ ,\\u00a0\\u202f]\\d{3}){1,4}|\\d{1,7})(?:[ \\u00a0](?<m>million|тысяч[аи]?|тыс\\.?|тисяч[аі]?|тис\\.?|млн|миллионов|мільйонів))?|"
                    + NumberWords.PATTERN
                    + ")(?![\\p{L}\\d%]|[.,:-]\\d)(?<rest>[^.;:!?\\n]{0,70})",
            U);
    /** A number in words counts what stands beside it: "two sides … prisoners" is no two prisoners. */
    private static final Pattern BESIDE =
            Pattern.compile("\\s+(?:(?!sides|days|hours|weeks|months|years|дн|час|сторон)[\\p{L}’'-]+\\s+)?");

    private static final Pattern UNIT = Pattern.compile(
            "(?<![\\p{L}])(?:prisoners?(?: of war)?|pows?|captives?|detainees?|soldiers?|troops|service(?:men|members|people|personnel)|civilians?|people|bodies|"
                    + "voters|applicants|officials|residents|students|workers|patients|victims|passengers|protesters|refugees|families|relatives|"
                    + "dead|wounded|injured|missing|others|sailors|pilots|marines|conscripts|"
                    + "погибш\\p{L}*|ранен\\p{L}*|пострадавш\\p{L}*|загибл\\p{L}*|поранен\\p{L}*|постраждал\\p{L}*|травмован\\p{L}*|зникл\\p{L}*|пропавш\\p{L}*|моряк\\p{L}*|"
                    + "звільнен\\p{L}*|освобожд[её]нн\\p{L}*|жител\\p{L}*|дет[еи]\\p{L}*|колег|supporters|economists|"
                    + "children|fighters|defenders|officers|hostages|women|men|military personnel|"
                    + "(?:военно)?пленн\\p{L}*|военнослужащ\\p{L}*|солдат\\p{L}*|гражданск\\p{L}*|мирн\\p{L}* жител\\p{L}*|человека?|тел[а]?|бойц\\p{L}*|люд\\p{L}*|украинц\\p{L}*|россиян\\p{L}*|"
                    + "військовополонен\\p{L}*|полонен\\p{L}*|військовослужбовц\\p{L}*|військов\\p{L}*|цивільн\\p{L}*|осіб|людей|тіл[а]?|захисник\\p{L}*|українц\\p{L}*|дітей|детей)(?![\\p{L}])",
            U);
    private static final Pattern PER_SIDE = Pattern.compile(
            "(?<![\\p{L}])(?:each(?: side)?|apiece|per side|from each|on each side|by each side|по \\d+|\\d+ на \\d+|с каждой стороны|з кожного боку|з кожної сторони|\\d+ for \\d+)(?![\\p{L}])",
            U);
    private static final Pattern TOTAL = Pattern.compile(
            "(?<![\\p{L}])(?:in total|a total of|altogether|from both sides|on both sides|combined|all told|в общей сложности|всего|с обеих сторон|з обох боків|загалом|всього)(?![\\p{L}])",
            U);
    private static final Pattern OPEN = Pattern.compile(
            "(?<![\\p{L}])(?:whether|unclear|did not specify|didn't specify|не уточн\\p{L}*|неизвестно|невідомо)(?![\\p{L}])",
            U);
    private static final Pattern HEDGE = Pattern.compile(
            "(?:about|around|some|nearly|almost|roughly|approximately|at least|more than|over|up to|fewer than|less than|an estimated|около|примерно|почти|более|свыше|не менее|до|близько|приблизно|майже|понад|більше|щонайменше|не менше)\\s+\\z",
            U);

    private record Scope(String name, Pattern words) {
        static Scope of(String name, String words) {
            return new Scope(name, Pattern.compile(words, U));
        }
    }

    private static final List<Scope> SCOPES = List.of(
            Scope.of("exchanged", "exchang|swap|обмен|обмін"),
            Scope.of("killed", "kill|dead|died|погиб|загин|убит|вбит"),
            Scope.of("wounded", "wound|injur|ранен|поранен"),
            Scope.of("missing", "missing|пропавш|зникл"),
            Scope.of("returned", "return|releas|freed|home|верну|повернул|освобожд|звільн"),
            Scope.of("captured", "captur|held|плен|полон"));
    private static final Set<Block.Kind> READ = Set.of(Block.Kind.BODY, Block.Kind.HEADLINE);

    /** How far around a number the words that explain it are looked for: keeps a file without full stops linear. */
    private static final int AROUND = 400;

    private Figures() {}

    /** Every figure in the order of the text. */
    public static List<Figure> find(Page page, List<Statement> statements) {
        Article article = page.article();
        List<Figure> figures = new ArrayList<>();
        for (Sentence sentence : page.sentences()) {
            if (READ.contains(sentence.kind())) {
                sentence(article, sentence, statements, figures);
            }
        }
        return List.copyOf(figures);
    }

    private static void sentence(Article article, Sentence sentence, List<Statement> statements, List<Figure> figures) {
        String text = article.text();
        Matcher number = NUMBER.matcher(text).region(sentence.begin(), sentence.end());
        number.useTransparentBounds(true);
        while (number.find()) {
            Matcher unit = UNIT.matcher(text).region(number.end("n"), number.end("rest"));
            if (!unit.find()
                    || text.substring(number.end("n"), unit.start()).chars().anyMatch(Character::isDigit)
                    || Character.isLetter(number.group("n").charAt(0))
                            && !BESIDE.matcher(text.substring(number.end("n"), unit.start()))
                                    .matches()) {
                number.region(number.end("n"), sentence.end());
                continue;
            }

            Matcher hedge = HEDGE.matcher(text).region(Math.max(sentence.begin(), number.start() - 24), number.start());
            Span hedged = hedge.find()
                    ? article.span(
                            hedge.start(),
                            hedge.start() + hedge.group().stripTrailing().length())
                    : null;
            int from = Math.max(sentence.begin(), number.start("n") - AROUND);
            int to = Math.min(sentence.end(), number.end("n") + AROUND);
            Matcher per = PER_SIDE.matcher(text).region(from, to);
            Matcher total = TOTAL.matcher(text).region(from, to);
            boolean open = OPEN.matcher(text).region(from, to).find();
            boolean isPer = per.find();
            boolean isTotal = total.find();
            Figure.Basis basis = open || isPer == isTotal
                    ? Figure.Basis.UNSTATED
                    : isPer ? Figure.Basis.PER_SIDE : Figure.Basis.TOTAL;
            Span words = basis == Figure.Basis.UNSTATED
                    ? null
                    : isPer ? article.span(per.start(), per.end()) : article.span(total.start(), total.end());
            figures.add(new Figure(
                    article.span(number.start("n"), number.end("n")),
                    NumberWords.value(number.group("n"), number.group("m")),
                    article.span(unit.start(), unit.end()),
                    scope(text, sentence, number.start("n")),
                    basis,
                    words,
                    hedged,
                    claimant(statements, number.start("n"))));
            number.region(number.end("n"), sentence.end());
        }
    }

    /** The scope whose word stands nearest to the number within its sentence. */
    private static String scope(String text, Sentence sentence, int at) {
        String nearest = "";
        int distance = 120;
        for (Scope scope : SCOPES) {
            Matcher m = scope.words()
                    .matcher(text)
                    .region(Math.max(sentence.begin(), at - AROUND), Math.min(sentence.end(), at + AROUND));
            while (m.find()) {
                if (Math.abs(m.start() - at) < distance) {
                    distance = Math.abs(m.start() - at);
                    nearest = scope.name();
                }
            }
        }
        return nearest;
    }

    private static int claimant(List<Statement> statements, int at) {
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i).content().stream().anyMatch(c -> c.begin() <= at && at < c.end())) {
                return i;
            }
        }
        return -1;
    }
}
