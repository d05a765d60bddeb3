package org.homeward.record.talks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.record.Article;
import org.homeward.record.Span;
import org.homeward.record.statement.Derived;
import org.homeward.record.text.Page;
import org.homeward.record.text.Sentence;
import org.homeward.record.time.TimeExpression;
import org.jspecify.annotations.Nullable;

/**
 * Finds rounds and days of talks. "The second day of the talks" is counted from the first day where the text dates it, not
 * from the day of publication.
 */
public final class Calendar {
    private static final Map<String, Integer> ORDINALS = ordinals();
    private static final Pattern COUNTED = Pattern.compile(
            "(?<![\\p{L}])(?<o>first|second|third|fourth|fifth|sixth|перв\\p{L}+|втор\\p{L}+|трет\\p{L}+|четверт\\p{L}+|перш\\p{L}+|друг\\p{L}+)\\s+"
                    + "(?<k>day|round|день|дня|раунд\\p{L}*)(?![\\p{L}])(?:\\s+(?:of|в)?\\s*(?:the |a |its )?(?:(?:\\p{L}+) )?(?:talks|negotiations|переговоров|перемовин|переговорів))?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern OF_TALKS =
            Pattern.compile("[Tt]alks|[Nn]egotiation|[Rr]ound|[Пп]ереговор|[Пп]еремовин|[Рр]аунд");
    private static final Pattern VENUE = Pattern.compile(
            "(?<![\\p{L}])(?:in|[ВвУу])\\s+(?:the )?(?<v>\\p{Lu}[\\p{L}.-]+(?:[ -]\\p{Lu}[\\p{L}.-]+){0,2})");

    private Calendar() {}

    private static Map<String, Integer> ordinals() {
        return Map.ofEntries(
                Map.entry("firs", 1),
                Map.entry("seco", 2),
                Map.entry("thir", 3),
                Map.entry("four", 4),
                Map.entry("fift", 5),
                Map.entry("sixt", 6),
                Map.entry("перв", 1),
                Map.entry("втор", 2),
                Map.entry("трет", 3),
                Map.entry("четв", 4),
                Map.entry("перш", 1),
                Map.entry("друг", 2));
    }

    /** Every mention in the order of the text. */
    public static List<TalksDay> find(Page page, List<TimeExpression> times) {
        Article article = page.article();
        String text = article.text();
        List<TalksDay> days = new ArrayList<>();
        Derived first = null;
        for (Sentence sentence : page.sentences()) {
            if (!OF_TALKS.matcher(text).region(sentence.begin(), sentence.end()).find()) {
                continue;
            }
            Matcher m = COUNTED.matcher(text).region(sentence.begin(), sentence.end());
            while (m.find()) {
                int number = ORDINALS.getOrDefault(
                        m.group("o").toLowerCase(java.util.Locale.ROOT).substring(0, 4), 0);
                boolean day = m.group("k").toLowerCase(java.util.Locale.ROOT).matches("day|день|дня");
                Derived date = day ? dated(article, sentence, times, number, first) : null;
                if (day && number == 1 && date != null) {
                    first = date;
                }
                days.add(new TalksDay(
                        day ? TalksDay.Kind.DAY : TalksDay.Kind.ROUND,
                        article.span(m.start(), m.end()),
                        number,
                        venue(article, m.end(), sentence.end()),
                        date));
            }
        }
        return List.copyOf(days);
    }

    private static @Nullable Span venue(Article article, int from, int to) {
        Matcher m = VENUE.matcher(article.text()).region(from, to);
        return m.find() ? article.span(m.start("v"), m.end("v")) : null;
    }

    private static @Nullable Derived dated(
            Article article, Sentence sentence, List<TimeExpression> times, int number, @Nullable Derived first) {
        if (number == 1) {
            return times.stream()
                    .filter(t -> t.words().begin() >= sentence.begin()
                            && t.words().end() <= sentence.end()
                            && t.value().matches("\\d{4}-\\d{2}-\\d{2}"))
                    .findFirst()
                    .map(t -> new Derived(t.value(), "the date in the same sentence", List.of(t.words())))
                    .orElse(null);
        }
        return first == null
                ? null
                : new Derived(
                        LocalDate.parse(first.value()).plusDays(number - 1L).toString(),
                        "counted from the first day of the talks",
                        first.from());
    }
}
