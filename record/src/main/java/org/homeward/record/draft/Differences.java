package org.homeward.record.draft;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.record.Article;
import org.homeward.record.Span;
import org.homeward.record.statement.Statement;
import org.homeward.record.time.TimeExpression;

/** Date arithmetic that an article invites a reader to check. */
final class Differences {
    private static final TreeSet<LocalDate> EXCHANGES = exchanges();
    /** "the first such exchange in five months", "первый обмен за пять месяцев". */
    private static final Pattern FIRST_IN = Pattern.compile(
            "(?:first|перв|перш)[^.\\n]{0,60}?(?:in|since|for|за)\\s+(?:about |nearly |almost |почти |майже )?\\z",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern EXCHANGE =
            Pattern.compile("exchang|swap|обмен|обмін", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Differences() {}

    private static TreeSet<LocalDate> exchanges() {
        TreeSet<LocalDate> days = new TreeSet<>();
        try (InputStream in = Differences.class.getResourceAsStream("exchange-days.txt")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file exchange-days.txt");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .map(LocalDate::parse)
                    .forEach(days::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return days;
    }

    static List<Difference> find(Article article, List<Statement> statements, List<TimeExpression> times) {
        List<Difference> found = new ArrayList<>();
        for (TimeExpression time : times) {
            if (time.type() == TimeExpression.Type.DURATION) {
                firstIn(article, time, found);
            } else if (time.rule().startsWith("the weekday on or before")) {
                sameDay(article, statements, time, times, found);
            }
        }
        return List.copyOf(found);
    }

    private static void firstIn(Article article, TimeExpression time, List<Difference> found) {
        int begin = time.words().begin();
        String before = article.text().substring(Math.max(0, begin - 100), begin);
        Matcher first = FIRST_IN.matcher(before);
        LocalDate last = EXCHANGES.lower(article.published());
        if (!first.find()
                || !EXCHANGE.matcher(before).find()
                || last == null
                || !time.value().matches("P\\d+[DWMY]")) {
            return;
        }
        long days = ChronoUnit.DAYS.between(last, article.published());
        String sentence = String.format(
                Locale.ROOT,
                "The text says %s (%s); the last exchange of prisoners known to the public record before %s was on %s (%s), %d days or %.1f months earlier.",
                article.words(time.words()),
                time.value(),
                article.published(),
                words(last),
                last,
                days,
                days / 30.44);
        found.add(new Difference("time since the last exchange", sentence, List.of(time.words())));
    }

    /** "the same as Thursday", said on Thursday: a quotation names the very day it was spoken on as if it were another. */
    private static void sameDay(
            Article article,
            List<Statement> statements,
            TimeExpression time,
            List<TimeExpression> times,
            List<Difference> found) {
        String text = article.text();
        String before = text.substring(
                        Math.max(0, time.words().begin() - 14), time.words().begin())
                .toLowerCase(Locale.ROOT);
        boolean compares = before.matches("(?s).*\\b(?:as|than|since|as on|как и в|як і в|как в)\\s+");
        if (!compares || !time.value().equals(article.published().toString())) {
            return;
        }
        for (Statement s : statements) {
            boolean inside = s.form() != Statement.Form.PARAPHRASE
                    && s.content().stream().anyMatch(c -> holds(c, time.words()));
            Span cue = s.cue();
            if (!inside || cue == null) {
                continue;
            }
            for (TimeExpression said : times) {
                if (said.value().equals(time.value())
                        && said.words().begin() >= cue.end()
                        && said.words().begin() - cue.end() < 40) {
                    found.add(new Difference(
                            "day named in a quotation",
                            "The quotation compares with " + article.words(time.words()) + " (" + time.value()
                                    + "), and was itself spoken on " + article.words(said.words()) + " (" + said.value()
                                    + ").",
                            List.of(time.words(), said.words())));
                    return;
                }
            }
        }
    }

    private static boolean holds(Span outer, Span inner) {
        return outer.begin() <= inner.begin() && inner.end() <= outer.end();
    }

    private static String words(LocalDate day) {
        return day.getDayOfMonth() + " " + day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " "
                + day.getYear();
    }
}
