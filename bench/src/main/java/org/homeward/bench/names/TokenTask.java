package org.homeward.bench.names;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.homeward.names.EditModelTrainer.Pair;
import org.homeward.names.NameSearch;
import org.homeward.names.Script;

/** A word in Latin letters looked for among thousands in another script, by the search that ships. */
final class TokenTask {
    private static final int QUERIES = 500;
    private static final int TARGETS = 31_000;

    private final Script script;
    private final Map<String, Set<String>> answers = new HashMap<>();
    private final List<String> queries;
    private final List<String> targets;
    private final PrintStream out;

    TokenTask(NameLists lists, Script script, long seed, PrintStream out) throws IOException {
        this.script = script;
        this.out = out;
        List<Pair> held = lists.transliterated(script, true);
        Set<String> distinct = new HashSet<>();
        for (Pair pair : held) {
            answers.computeIfAbsent(pair.left(), word -> new HashSet<>()).add(pair.right());
        }
        queries = new ArrayList<>(answers.keySet());
        Collections.sort(queries);
        Collections.shuffle(queries, new Random(seed));
        queries.subList(Math.min(QUERIES, queries.size()), queries.size()).clear();
        queries.forEach(word -> distinct.addAll(answers.get(word)));
        List<Pair> rest = new ArrayList<>(lists.transliterated(script, false));
        rest.addAll(held);
        Collections.shuffle(rest, new Random(seed));
        for (Pair pair : rest) {
            if (distinct.size() < TARGETS) {
                distinct.add(pair.right());
            }
        }
        targets = new ArrayList<>(distinct);
        Collections.sort(targets);
    }

    void run(boolean peers, boolean misses) throws IOException {
        NameSearch search = new NameSearch(targets);
        out.printf(
                Locale.ROOT,
                "%nLatin word to %s: %d words that nothing was learned from, among %,d%n",
                script,
                queries.size(),
                targets.size());
        int first = 0;
        int tenth = 0;
        long started = Cpu.nanos();
        for (String query : queries) {
            List<NameSearch.Found> found = search.best(query, 10);
            first += right(query, found.getFirst().name()) ? 1 : 0;
            tenth += found.stream().anyMatch(one -> right(query, one.name())) ? 1 : 0;
            if (misses && !right(query, found.getFirst().name())) {
                out.println("missed " + query + ": " + found.getFirst().name() + ", not " + answers.get(query));
            }
        }
        print("Homeward", first, tenth, started);
        if (peers) {
            try (LuceneSearch lucene = new LuceneSearch(targets)) {
                for (LuceneSearch.Way way : LuceneSearch.Way.values()) {
                    first = 0;
                    tenth = 0;
                    started = Cpu.nanos();
                    for (String query : queries) {
                        List<String> found = lucene.best(query, 10, way);
                        first += !found.isEmpty() && right(query, found.getFirst()) ? 1 : 0;
                        tenth += found.stream().anyMatch(one -> right(query, one)) ? 1 : 0;
                    }
                    print(way.words(), first, tenth, started);
                }
            }
        }
    }

    private boolean right(String query, String found) {
        return answers.getOrDefault(query, Set.of()).contains(found);
    }

    private void print(String name, int first, int tenth, long started) {
        out.printf(
                Locale.ROOT,
                "%-34s recall at 1 %.3f, at 10 %.3f; CPU ms a query %.1f%n",
                name,
                first / (double) queries.size(),
                tenth / (double) queries.size(),
                (Cpu.nanos() - started) / 1e6 / queries.size());
    }
}
