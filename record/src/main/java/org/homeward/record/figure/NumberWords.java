package org.homeward.record.figure;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small numbers in words, in the three languages and their cases. "One" is left out: it is mostly no number. */
final class NumberWords {
    private static final Map<String, Long> VALUES = values();

    /** Any of the words, longest first. */
    static final String PATTERN = "(?:"
            + VALUES.keySet().stream()
                    .sorted((a, b) -> b.length() - a.length())
                    .reduce((a, b) -> a + "|" + b)
                    .orElse("")
            + ")";

    private NumberWords() {}

    private static Map<String, Long> values() {
        Map<String, Long> all = new HashMap<>();
        String[] rows = {
            "2 two два две двух двое дві двох двоє",
            "3 three три трех трёх трое трьох троє",
            "4 four четыре четырех четырёх четверо чотири чотирьох",
            "5 five пять пяти пятеро п'ять п'яти п'ятеро п’ять п’ятеро",
            "6 six шесть шести шестеро шість шести шестеро",
            "7 seven семь семи семеро сім семи семеро",
            "8 eight восемь восьми вісім восьми",
            "9 nine девять девяти дев'ять дев'яти",
            "10 ten десять десяти",
            "11 eleven одиннадцать одинадцять",
            "12 twelve двенадцать двенадцати дванадцять дванадцяти",
            "13 thirteen тринадцать тринадцять",
            "14 fourteen четырнадцать чотирнадцять",
            "15 fifteen пятнадцать п'ятнадцять",
            "16 sixteen шестнадцать шістнадцять",
            "17 seventeen семнадцать сімнадцять",
            "18 eighteen восемнадцать вісімнадцять",
            "19 nineteen девятнадцать дев'ятнадцять",
            "20 twenty двадцать двадцять",
            "30 thirty тридцать тридцять",
            "40 forty сорок",
            "50 fifty пятьдесят п'ятдесят",
            "100 сто",
            "200 двухсот двести двісті двохсот",
        };
        for (String row : rows) {
            String[] words = row.split(" ");
            for (int i = 1; i < words.length; i++) {
                all.put(words[i], Long.parseLong(words[0]));
            }
        }
        return Map.copyOf(all);
    }

    /** The value of digits or a word, times thousands or millions where such a word follows. */
    static long value(String number, @Nullable String times) {
        String bare = times == null ? number : number.substring(0, number.length() - times.length());
        String digits = bare.replaceAll("\\D", "");
        long value = digits.isEmpty()
                ? VALUES.getOrDefault(bare.strip().toLowerCase(Locale.ROOT), 0L)
                : Long.parseLong(digits);
        if (times == null) {
            return value;
        }
        String lower = times.toLowerCase(Locale.ROOT);
        return lower.startsWith("т") ? value * 1_000 : value * 1_000_000;
    }
}
