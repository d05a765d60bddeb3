package org.homeward.selection.solve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Variables that rows tie together, as groups. */
final class Groups {
    private Groups() {}

    /** Groups of two and more by cell, or null when a group reaches over two cells. */
    static @Nullable Map<Integer, List<int[]>> inCells(int size, Cells cells, List<Row> ties) {
        if (ties.isEmpty()) {
            return Map.of();
        }
        int[] head = new int[size];
        for (int i = 0; i < size; i++) {
            head[i] = i;
        }
        for (Row tie : ties) {
            if (cells.of[tie.vars[0]] != cells.of[tie.vars[1]]) {
                return null;
            }
            head[find(head, tie.vars[0])] = find(head, tie.vars[1]);
        }
        Map<Integer, List<Integer>> byHead = new TreeMap<>();
        for (Row tie : ties) {
            for (int v : tie.vars) {
                List<Integer> group = byHead.computeIfAbsent(find(head, v), h -> new ArrayList<>());
                if (!group.contains(v)) {
                    group.add(v);
                }
            }
        }
        Map<Integer, List<int[]>> groups = new HashMap<>();
        byHead.forEach((h, group) -> groups.computeIfAbsent(cells.of[h], c -> new ArrayList<>())
                .add(group.stream().mapToInt(v -> v).toArray()));
        return groups;
    }

    private static int find(int[] head, int v) {
        int at = v;
        while (head[at] != at) {
            head[at] = head[head[at]];
            at = head[at];
        }
        return at;
    }
}
