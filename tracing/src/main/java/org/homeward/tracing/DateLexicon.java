package org.homeward.tracing;

import java.util.Arrays;

/** Dates of birth, compared by arithmetic: cheaper than a cache. */
final class DateLexicon extends Lexicon {
    private int[] dates = new int[1024];

    @Override
    int add(String value) {
        int date = Dates.parse(value);
        if (date == 0) {
            return -1;
        }
        int id = put(value, value, Integer.toString(date));
        if (id == dates.length) {
            dates = Arrays.copyOf(dates, id * 2);
        }
        dates[id] = date;
        return id;
    }

    int date(int id) {
        return id < 0 ? 0 : dates[id];
    }

    @Override
    int compare(int left, int right) {
        return Dates.step(dates[left], dates[right]);
    }

    @Override
    int level(int left, int right) {
        return left < 0 || right < 0 ? 0 : Dates.step(dates[left], dates[right]);
    }
}
