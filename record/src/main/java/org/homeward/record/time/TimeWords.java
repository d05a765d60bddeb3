package org.homeward.record.time;

import java.util.Set;
import java.util.regex.Pattern;

/** Words that lead a time back or ahead, and the shapes of dates in digits, in the three languages. */
final class TimeWords {
    static final Set<String> LAST = Set.of(
            "last",
            "past",
            "previous",
            "прошлый",
            "прошлую",
            "прошлой",
            "прошлом",
            "прошлого",
            "минулий",
            "минулого",
            "минулому",
            "минулої",
            "минулу",
            "прошедшие",
            "прошлые",
            "минулі");
    static final Set<String> NEXT = Set.of(
            "next",
            "coming",
            "следующий",
            "следующую",
            "следующей",
            "следующем",
            "следующего",
            "наступного",
            "наступному",
            "наступної",
            "наступну");
    static final Set<String> THIS = Set.of(
            "this", "этот", "эту", "этой", "этом", "этого", "эти", "этих", "цього", "цьому", "цієї", "цю", "ці", "цих");
    /** After these the time named lies ahead. */
    static final Set<String> AHEAD = Set.of("until", "till", "by", "before", "through", "к", "до", "перед", "на");

    static final Set<String> BACK = Set.of("since", "с", "со", "з", "із", "from", "last", "від", "от");
    static final Set<String> AGO = Set.of("ago", "earlier", "назад", "тому", "раньше");
    static final Set<String> MONTH_LEADS = Set.of(
            "in",
            "since",
            "until",
            "by",
            "of",
            "last",
            "next",
            "this",
            "early",
            "late",
            "mid",
            "before",
            "through",
            "after",
            "for",
            "from",
            "в",
            "у",
            "с",
            "до",
            "на",
            "з",
            "к",
            "из",
            "від",
            "наприкінці",
            "конце",
            "конца",
            "начале",
            "начала",
            "середине",
            "кінця",
            "кінці",
            "початку",
            "середині",
            "конец",
            "начало",
            "кінець",
            "початок");
    /** "the end of the month", "в конце года": parts of a month or a year whose value is the whole. */
    static final Set<String> PARTS = Set.of(
            "end",
            "start",
            "beginning",
            "middle",
            "конце",
            "конца",
            "концу",
            "начале",
            "начала",
            "началу",
            "середине",
            "середины",
            "кінця",
            "кінці",
            "наприкінці",
            "початку",
            "середині",
            "середини",
            "конец",
            "начало",
            "середина",
            "середину",
            "кінець",
            "початок");

    /** Which part one of {@link #PARTS} names, in the words of a rule. */
    static String partOf(String word) {
        return word.matches("start|beginning|нач.*|почат.*")
                ? "the beginning"
                : word.matches("middle|серед.*") ? "the middle" : "the end";
    }

    static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    static final Pattern POINTS = Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.\\d{4}");
    static final Pattern DAYS = Pattern.compile("\\d{1,2}(?:st|nd|rd|th|-го)?(?:-\\d{1,2})?");
    static final Pattern DECADE = Pattern.compile("(?:19|20)\\d0(?:s|-х|-е|-ті|-ых|-их)");

    private TimeWords() {}

    /** Says that a word is none of last, this and next. */
    static final int NO_STEP = 9;

    /** -1 for last, 0 for this, 1 for next, or {@link #NO_STEP}. */
    static int step(String word) {
        return LAST.contains(word) ? -1 : THIS.contains(word) ? 0 : NEXT.contains(word) ? 1 : NO_STEP;
    }

    static final Pattern IS_PAST = Pattern.compile("(?<!\\p{L})(?:was|were|had|did)(?!\\p{L})");
    static final Pattern FUTURE = Pattern.compile(
            "would|could|may|might|must|plans?|planning|expected|expects?|hopes?|ahead|.*(?:дуть|дут|дуться|йдет|йдёт|йде|будет|буде|дутся)");

    /** The part of a day that a word names, as TIMEX3 writes it; empty for any other word. */
    static String part(String word) {
        return switch (word) {
            case "morning", "утром", "вранці", "ранку", "утра", "зранку" -> "TMO";
            case "afternoon", "днем", "днём", "вдень", "удень" -> "TAF";
            case "evening", "вечером", "ввечері", "увечері", "вечора", "вечера" -> "TEV";
            case "night", "ночью", "вночі", "уночі", "ночи", "ночі" -> "TNI";
            default -> "";
        };
    }
}
