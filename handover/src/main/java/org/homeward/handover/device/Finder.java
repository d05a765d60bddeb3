package org.homeward.handover.device;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.handover.log.Roster;
import org.homeward.handover.pack.DayList;
import org.homeward.names.NameSearch;

/** Finds a line of the pack by a name in any spelling or by the number on the printed list. For one thread. */
public final class Finder {
    private static final int SPELLINGS = 4;

    private final Roster roster;
    private final List<DayList.Line> lines = new ArrayList<>();
    private final List<DayList.Line> byRow = new ArrayList<>();
    private final NameSearch search;

    /** A line found. */
    public record Hit(Roster.Expected expected, DayList.Line line, double probability) {}

    public Finder(Roster roster, DayList list) {
        this.roster = roster;
        List<String> names = new ArrayList<>();
        for (DayList.Line line : list.lines()) {
            lines.add(line);
            for (String name : line.names()) {
                names.add(name);
                byRow.add(line);
            }
        }
        search = new NameSearch(names);
    }

    /** The {@code k} lines most like a name, best first; each once, by its best spelling. */
    public List<Hit> name(String asked, int k) {
        Map<String, Hit> hits = new LinkedHashMap<>();
        for (NameSearch.Found found : search.best(asked, k * SPELLINGS)) {
            DayList.Line line = byRow.get(found.row());
            roster.expected(line.token())
                    .ifPresent(e -> hits.putIfAbsent(line.token(), new Hit(e, line, found.probability())));
        }
        return hits.values().stream().limit(k).toList();
    }

    /** Those with that number on a printed list: one for each party at most, and of the reserve likewise. */
    public List<Hit> number(int number) {
        return lines.stream()
                .flatMap(line -> roster.expected(line.token()).stream()
                        .filter(e -> e.number() == number)
                        .map(e -> new Hit(e, line, 1)))
                .toList();
    }

    public Optional<Hit> token(String token) {
        return lines.stream()
                .filter(l -> l.token().equals(token))
                .findFirst()
                .flatMap(line -> roster.expected(token).map(e -> new Hit(e, line, 1)));
    }
}
