package org.homeward.record.time;

import java.util.Map;
import java.util.Set;

/** Words of seasons, of what comes again and again, and of lengths that are not told, in the three languages. */
final class PeriodWords {
    static final Map<String, String> SEASONS = seasons();
    static final Set<String> PAST_LEADS = Set.of("since", "с", "со", "з", "із", "от", "від", "after", "после", "після");
    static final Set<String> NEXT_LEADS = Set.of("before", "by", "until", "till", "к", "до", "перед");
    static final Set<String> EVERY = Set.of(
            "every", "each", "каждый", "каждую", "каждое", "каждые", "кожен", "кожного", "кожну", "кожної", "кожні",
            "щороку");
    static final Map<String, String> ADVERBS = Map.ofEntries(
            Map.entry("daily", "XXXX-XX-XX"),
            Map.entry("ежедневно", "XXXX-XX-XX"),
            Map.entry("щодня", "XXXX-XX-XX"),
            Map.entry("щоденно", "XXXX-XX-XX"),
            Map.entry("weekly", "P1W"),
            Map.entry("еженедельно", "P1W"),
            Map.entry("щотижня", "P1W"),
            Map.entry("monthly", "P1M"),
            Map.entry("ежемесячно", "P1M"),
            Map.entry("щомісяця", "P1M"),
            Map.entry("щомісячно", "P1M"),
            Map.entry("annually", "P1Y"),
            Map.entry("yearly", "P1Y"),
            Map.entry("ежегодно", "P1Y"),
            Map.entry("щороку", "P1Y"),
            Map.entry("щорічно", "P1Y"),
            Map.entry("nightly", "XXXX-XX-XXTNI"),
            Map.entry("щоночі", "XXXX-XX-XXTNI"),
            Map.entry("еженощно", "XXXX-XX-XXTNI"));
    static final Set<String> VAGUE_LEADS = Set.of(
            "for",
            "in",
            "within",
            "after",
            "over",
            "several",
            "some",
            "few",
            "many",
            "of",
            "несколько",
            "кілька",
            "декілька",
            "многие",
            "багато");
    static final Map<String, String> VAGUE = Map.ofEntries(
            Map.entry("seconds", "PTXS"),
            Map.entry("minutes", "PTXM"),
            Map.entry("hours", "PTXH"),
            Map.entry("days", "PXD"),
            Map.entry("weeks", "PXW"),
            Map.entry("months", "PXM"),
            Map.entry("years", "PXY"),
            Map.entry("decades", "PXE"),
            Map.entry("часов", "PTXH"),
            Map.entry("годин", "PTXH"),
            Map.entry("дней", "PXD"),
            Map.entry("днів", "PXD"),
            Map.entry("недель", "PXW"),
            Map.entry("тижнів", "PXW"),
            Map.entry("месяцев", "PXM"),
            Map.entry("місяців", "PXM"),
            Map.entry("лет", "PXY"),
            Map.entry("років", "PXY"));
    static final Map<String, String> ALWAYS_VAGUE = Map.of(
            "месяцами",
            "PXM",
            "місяцями",
            "PXM",
            "годами",
            "PXY",
            "роками",
            "PXY",
            "неделями",
            "PXW",
            "тижнями",
            "PXW",
            "часами",
            "PTXH",
            "годинами",
            "PTXH",
            "днями",
            "PXD");
    static final Set<String> RECENT = Set.of("recent", "последние", "последних", "останні", "останніх", "останніми");
    static final Set<String> COMING =
            Set.of("coming", "ближайшие", "ближайших", "ближайшее", "найближчі", "найближчими", "найближчих");

    private PeriodWords() {}

    private static Map<String, String> seasons() {
        return Map.ofEntries(
                season("spring", "SP"),
                season("summer", "SU"),
                season("autumn", "FA"),
                season("fall", "FA"),
                season("winter", "WI"),
                season("весна", "SP"),
                season("весной", "SP"),
                season("весны", "SP"),
                season("весну", "SP"),
                season("весне", "SP"),
                season("лето", "SU"),
                season("летом", "SU"),
                season("лета", "SU"),
                season("лету", "SU"),
                season("осень", "FA"),
                season("осенью", "FA"),
                season("осени", "FA"),
                season("зима", "WI"),
                season("зимой", "WI"),
                season("зимы", "WI"),
                season("зиму", "WI"),
                season("зиме", "WI"),
                season("навесні", "SP"),
                season("весни", "SP"),
                season("весною", "SP"),
                season("літо", "SU"),
                season("влітку", "SU"),
                season("літом", "SU"),
                season("літа", "SU"),
                season("осінь", "FA"),
                season("восени", "FA"),
                season("осені", "FA"),
                season("взимку", "WI"),
                season("зими", "WI"),
                season("зимою", "WI"),
                season("узимку", "WI"),
                season("улітку", "SU"));
    }

    private static Map.Entry<String, String> season(String word, String code) {
        return Map.entry(word, code);
    }
}
