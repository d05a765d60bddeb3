package org.homeward.record.time;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of months, days, units and small numbers in the three languages. */
final class Words {
    private static final Map<String, Integer> MONTHS = numbered(
            "january jan jan. января январь январе январю січня січень січні",
            "february feb feb. февраля февраль феврале лютого лютий лютому",
            "march mar mar. марта март марте березня березень березні",
            "april apr apr. апреля апрель апреле апрелю квітня квітень квітні",
            "may мая май мае травня травень травні",
            "june jun jun. июня июнь июне червня червень червні",
            "july jul jul. июля июль июле липня липень липні",
            "august aug aug. августа август августе серпня серпень серпні",
            "september sept sept. sep sep. сентября сентябрь сентябре вересня вересень вересні",
            "october oct oct. октября октябрь октябре жовтня жовтень жовтні",
            "november nov nov. ноября ноябрь ноябре листопада листопад листопаді",
            "december dec dec. декабря декабрь декабре грудня грудень грудні");
    private static final Map<String, Integer> DAYS = numbered(
            "monday mon mon. понедельник понедельника понедельнику понеділок понеділка",
            "tuesday tue tues tue. вторник вторника вторнику вівторок вівторка",
            "wednesday wed wed. среду среда среды среде середу середа середи",
            "thursday thu thurs thu. четверг четверга четвергу четвер четверга",
            "friday fri fri. пятницу пятница пятницы пятнице п'ятницю п'ятниця п'ятниці",
            "saturday sat sat. субботу суббота субботы суботу субота суботи",
            "sunday sun sun. воскресенье воскресенья неділю неділя неділі");
    private static final Map<String, Integer> NUMBERS = numbered(
            "one a an first один одну одна одного першого перший первый первого",
            "two second два двое двоє две дві двох второй другий",
            "three third три трое троє трем трём трёх трех трьох третий третій",
            "four fourth четыре чотири четырех чотирьох",
            "five fifth пять п'ять пяти п'яти",
            "six sixth шесть шість шести",
            "seven seventh семь сім семи",
            "eight восемь вісім восьми",
            "nine девять дев'ять",
            "ten десять",
            "eleven одиннадцать",
            "twelve двенадцать дванадцять",
            "thirteen тринадцать тринадцять",
            "fourteen четырнадцать чотирнадцять",
            "fifteen пятнадцать п'ятнадцять",
            "sixteen шестнадцать шістнадцять",
            "seventeen семнадцать сімнадцять",
            "eighteen восемнадцать вісімнадцять",
            "nineteen девятнадцать дев'ятнадцять",
            "twenty двадцать двадцять");
    private static final Map<String, Integer> TENS = Map.of(
            "thirty",
            30,
            "forty",
            40,
            "fifty",
            50,
            "sixty",
            60,
            "hundred",
            100,
            "сорок",
            40,
            "тридцать",
            30,
            "тридцять",
            30);
    private static final Map<String, String> UNITS = new HashMap<>();

    static {
        put("D", "day days день дня дней дні днів дню сутки суток діб");
        put("W", "week weeks неделю неделя недели недель неделе тиждень тижні тижнів тижня");
        put("M", "month months месяц месяца месяцев месяце місяць місяці місяців місяця");
        put("Y", "year years год года лет году рік роки років року році");
        put("TH", "hour hours час часа часов часах година години годин");
        put("TM", "minute minutes минута минуты минут минуту хвилина хвилини хвилин");
        put("TS", "seconds секунды секунд секунди");
        put("E", "decade decades десятилетие десятилетия десятилетий десятиліття десятиріччя");
        put("F", "fortnight");
    }

    private Words() {}

    private static void put(String code, String words) {
        for (String word : words.split(" ")) {
            UNITS.put(word, code);
        }
    }

    private static Map<String, Integer> numbered(String... rows) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            for (String word : rows[i].split(" ")) {
                numbers.put(word, i + 1);
            }
        }
        return Map.copyOf(numbers);
    }

    /** 1 to 12, or 0. */
    static int month(String lower) {
        return MONTHS.getOrDefault(lower, 0);
    }

    static @Nullable DayOfWeek day(String lower) {
        Integer day = DAYS.get(lower);
        return day == null ? null : DayOfWeek.of(day);
    }

    /** A number in digits or a small one in words, or -1. */
    static int number(String lower) {
        if (!lower.isEmpty() && lower.length() < 5 && lower.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Integer.parseInt(lower);
        }
        int small = NUMBERS.getOrDefault(lower, -1);
        return small < 0 ? TENS.getOrDefault(lower, -1) : small;
    }

    /** A length in the manner of ISO 8601: {@code P5M}, {@code PT12H}; decades are counted in years, fortnights in weeks. */
    static String length(int n, String unit) {
        return switch (unit) {
            case "E" -> "P" + 10L * n + "Y";
            case "F" -> "P" + 2L * n + "W";
            case "TH", "TM", "TS" -> "PT" + n + unit.charAt(1);
            default -> "P" + n + unit;
        };
    }

    static boolean isSingular(String lower) {
        return java.util.Set.of("day", "week", "month", "year").contains(lower);
    }

    /** D, W, M, Y, TH, TM, TS, E for decades or F for fortnights, or null. */
    static @Nullable String unit(String lower) {
        return UNITS.get(lower);
    }
}
