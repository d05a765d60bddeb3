package org.homeward.names;

import java.util.HashMap;
import java.util.Map;

/** Given names that are one name in Ukrainian and in Russian, with common short forms; patronymics follow by rule. */
public final class GivenNames {
    /** One class a line, written for this project from common knowledge of the two languages. */
    private static final String CLASSES = """
            олександр александр сашко саша
            олексій алексей олекса льоша
            андрій андрей
            антон антін
            анатолій анатолий толя
            артем артём
            богдан
            борис
            вадим
            валентин
            валерій валерий
            василь василий вася
            віктор виктор вітя
            віталій виталий
            володимир владимир вова
            владислав влад
            вячеслав
            геннадій геннадий
            григорій григорий гриць
            дмитро дмитрий діма
            денис
            євген евгений женя
            іван иван ваня
            ігор игорь
            ілля илья
            кирило кирилл
            костянтин константин костя
            леонід леонид
            максим
            микита никита
            микола николай коля
            михайло михаил міша
            назар
            олег
            павло павел паша
            петро пётр петя
            роман рома
            руслан
            святослав
            семен семён
            сергій сергей серьожа
            станіслав станислав
            степан
            тарас
            тимофій тимофей
            федір фёдор
            юрій юрий юра
            яків яков
            ярослав
            олена елена
            анна ганна
            катерина екатерина катя
            марія мария
            наталія наталья
            ольга
            тетяна татьяна таня
            юлія юлия
            ірина ирина
            світлана светлана
            """;

    private static final Map<String, Integer> BY_STEM = read();

    private GivenNames() {}

    private static Map<String, Integer> read() {
        Map<String, Integer> byStem = new HashMap<>();
        int id = 0;
        for (String line : CLASSES.lines().toList()) {
            for (String name : line.strip().split(" ")) {
                byStem.putIfAbsent(stem(Skeleton.of(name)), id);
            }
            id++;
        }
        return byStem;
    }

    private static String stem(String skeleton) {
        int end = skeleton.length();
        while (end > 2 && Skeleton.isVowel(skeleton.charAt(end - 1))) {
            end--;
        }
        return skeleton.substring(0, end);
    }

    /** Whether a skeleton ends as a patronymic does. */
    public static boolean isPatronymic(String skeleton) {
        return skeleton.length() > 5 && skeleton.matches(".*([oei]viq|[oei]vna|iniqna|[ml]iq)");
    }

    /** The class of a given name's or a patronymic's skeleton, or -1. */
    public static int classOf(String skeleton) {
        String base = skeleton.replaceFirst("([oei]viq|[oei]vna)$", "");
        return BY_STEM.getOrDefault(stem(base), -1);
    }
}
