package org.homeward.record.time;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of months, days, units and small numbers in the three languages. */
final class Words {
    private static final Map<String, Integer> MONTHS = numbered(
            "january jan jan. января январь январе січня січень січні",
            "february feb feb. февраля февраль феврале лютого лютий лютому",
            "march mar mar. марта март марте березня березень березні",
            "april apr apr. апреля апрель апреле квітня квітень квітні",
            "may мая май мае травня травень травні",
            "june jun jun. июня июнь июне червня червень червні",
            "july jul jul. июля июль июле липня липень липні",
            "august aug aug. августа август августе серпня серпень серпні",
            "september sept sept. sep sep. сентября сентябрь сентябре вересня вересень вересні",
            "october oct oct. октября октябрь октябре жовтня жовтень жовтні",
            "november nov nov. ноября ноябрь ноябре листопада листопад листопаді",
            "december dec dec. декабря декабрь декабре грудня грудень грудні");
    private static final Map<String, Integer> DAYS = numbered(
            "monday mon mon. понедельник понедельника понеділок понеділка",
            "tuesday tue tues tue. вторник вторника вівторок вівторка",
            "wednesday wed wed. среду среда среды середу середа середи",
            "thursday thu thurs thu. четверг четверга четвер четверга",
            "friday fri fri. пятницу пятница пятницы п'ятницю п'ятниця п'ятниці",
            "saturday sat sat. субботу суббота субботы суботу субота суботи",
            "sunday sun sun. воскресенье воскресенья неділю неділя неділі");
    private static final Map<String, Integer> NUMBERS = numbered(
            "one a an first один одну одна одного першого перший первый первого",
            "two second два две дві двох второй другий",
            "three third три трёх трех трьох третий третій",
            "four fourth четыре чотири четырех чотирьох",
            "five fifth пять п'ять пяти п'яти",
            "six sixth шесть шість шести",
            "seven seventh семь сім семи",
            "eight восемь вісім восьми",
            "nine девять дев'ять",
            "ten десять",
            "eleven одиннадцать",
            "twelve двенадцать дванадцять");
    private static final Map<String, String> UNITS = new HashMap<>();

    static {
        put("D", "day days день дня дней дні днів дню сутки суток діб");
        put("W", "week weeks неделю неделя недели недель неделе тиждень тижні тижнів тижня");
        put("M", "month months месяц месяца месяцев месяце місяць місяці місяців місяця");
        put("Y", "year years год года лет году рік роки років року році");
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
        return NUMBERS.getOrDefault(lower, -1);
    }

    /** D, W, M or Y, or null. */
    static @Nullable String unit(String lower) {
        return UNITS.get(lower);
    }
}
