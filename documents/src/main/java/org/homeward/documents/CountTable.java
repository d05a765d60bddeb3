package org.homeward.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts by category and side; sides and categories keep the order in which they first come. */
final class CountTable {
    /** One category's counts, in the order of {@link #sides}. */
    record Line(String category, boolean inBalance, List<Long> persons) {}

    private record Key(String category, boolean inBalance) {}

    private final List<String> sides;
    private final List<Line> lines;

    private CountTable(List<String> sides, List<Line> lines) {
        this.sides = sides;
        this.lines = lines;
    }

    static CountTable of(List<CategoryCount> counts) {
        List<String> sides = counts.stream().map(CategoryCount::side).distinct().toList();
        Map<Key, long[]> sums = new LinkedHashMap<>();
        for (CategoryCount count : counts) {
            long[] sum =
                    sums.computeIfAbsent(new Key(count.category(), count.inBalance()), key -> new long[sides.size()]);
            int side = sides.indexOf(count.side());
            sum[side] = Math.addExact(sum[side], count.persons());
        }
        List<Line> lines = sums.entrySet().stream()
                .map(e -> new Line(
                        e.getKey().category(),
                        e.getKey().inBalance(),
                        java.util.Arrays.stream(e.getValue()).boxed().toList()))
                .toList();
        return new CountTable(sides, lines);
    }

    List<String> sides() {
        return sides;
    }

    List<Line> lines() {
        return lines;
    }

    /** Persons of each side inside the balance, in the order of {@link #sides}. */
    List<Long> insideBalance() {
        return sums(true);
    }

    /** Persons of each side outside the balance, in the order of {@link #sides}. */
    List<Long> outsideBalance() {
        return sums(false);
    }

    boolean balanced() {
        return insideBalance().stream().distinct().count() <= 1;
    }

    private List<Long> sums(boolean inBalance) {
        long[] sums = new long[sides.size()];
        for (Line line : lines) {
            for (int i = 0; line.inBalance() == inBalance && i < sums.length; i++) {
                sums[i] = Math.addExact(sums[i], line.persons().get(i));
            }
        }
        return java.util.Arrays.stream(sums).boxed().toList();
    }
}
