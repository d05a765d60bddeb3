package org.homeward.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a cell says of where a person is, in the words of English, Ukrainian, Russian and Arabic registers and of PFIF. A word for a death
 * is found anywhere in a text, also beside a "not": whoever reads it decides what it says, and nothing is decided by it.
 */
public enum SaidStatus {
    DEAD,
    ESCAPED,
    RELEASED,
    TRANSFERRED,
    WOUNDED,
    HELD,
    MISSING,
    ALIVE,
    /** Somebody asks for news; nothing is said of where he is. */
    SOUGHT;

    private static final int LONGEST = 40_000;

    private static final Pattern DEATH = words(
            "dead|died|dies|death|deceased|killed|kia|perished|slain|buried|believed_dead|(?:remains|body) found",
            "загин\\p{L}*|помер(?:ла|ли|лий)?|мертв\\p{L}*|вбит\\p{L}*|смерт\\p{L}*|похован\\p{L}*|загибел\\p{L}*",
            "погиб\\p{L}*|умер(?:ла|ли|ший|шая)?|м[её]ртв\\p{L}*|убит\\p{L}*|скончал\\p{L}*|похоронен\\p{L}*|гибел\\p{L}*",
            "(?:ال|و)?(?:متوف[ىي]ة?|توف[ىي]ت?|وفاة|وفاته|قتيل|قُ?تل|مقتول|مي[تّ]ت?|موت|مات|شهيد|استشهد)");

    private static final Map<SaidStatus, Pattern> OTHERS = Map.of(
            ESCAPED, words("escap\\p{L}*", "втік\\p{L}*|втекл\\p{L}*", "бежал\\p{L}*|сбежал\\p{L}*|побег", "هرب|فار"),
            RELEASED,
                    words(
                            "releas\\p{L}*|repatriat\\p{L}*|returned|exchanged",
                            "звільнен\\p{L}*|повернут\\p{L}*|обмінян\\p{L}*|репатрійован\\p{L}*",
                            "освобожд[её]н\\p{L}*|возвращ[её]н\\p{L}*|обменян\\p{L}*|репатриирован\\p{L}*",
                            "محرر|أفرج|مفرج|أطلق|عاد"),
            TRANSFERRED,
                    words("transfer\\p{L}*", "переведен\\p{L}*|переміщен\\p{L}*", "перевед[её]н\\p{L}*", "نقل|منقول"),
            WOUNDED, words("wounded|injured", "поранен\\p{L}*", "ранен\\p{L}*", "جريح|مصاب"),
            HELD,
                    words(
                            "held|pow|captive|captured|prisoner|detained|interned",
                            "полон\\p{L}*|утриму\\p{L}*",
                            "плен\\p{L}*|пл[её]н\\p{L}*|удержива\\p{L}*|содерж\\p{L}*",
                            "أسير|معتقل|محتجز"),
            MISSING,
                    words(
                            "missing|mia|believed_missing|disappeared",
                            "зниклий?|зник\\p{L}*|безвісти",
                            "пропавш\\p{L}*|пропал\\p{L}*|безвест\\p{L}*",
                            "مفقود"),
            ALIVE,
                    words(
                            "alive|living|believed_alive|is_note_author",
                            "живий|жива|живі",
                            "жив|жива|живой|живы",
                            "حي|على قيد الحياة"),
            SOUGHT, words("sought|information_sought|searched", "розшук\\p{L}*", "розыск\\p{L}*", "مطلوب"));

    private static Pattern words(String... languages) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + String.join("|", languages) + ")(?![\\p{L}\\p{N}])", Pattern.UNICODE_CASE);
    }

    /** Whether a text speaks of a death, in whatever sense. */
    public static boolean speaksOfDeath(String text) {
        return DEATH.matcher(plain(text)).find();
    }

    /** The gravest of what a cell says; empty where it says none of these. */
    public static Optional<SaidStatus> of(String text) {
        String plain = plain(text);
        if (DEATH.matcher(plain).find()) {
            return Optional.of(DEAD);
        }
        List<SaidStatus> order = new ArrayList<>(List.of(values()));
        order.remove(DEAD);
        return order.stream()
                .filter(s -> OTHERS.getOrDefault(s, DEATH).matcher(plain).find())
                .findFirst();
    }

    private static String plain(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return cut.toLowerCase(Locale.ROOT);
    }
}
