package org.homeward.node.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeward.node.store.Registers;
import org.homeward.node.store.Registers.Batch;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.store.Store;

/**
 * Several statuses at once, for one person, a page of people, or a whole register. Of a page the rows are read in one question; the whole
 * register is read once for each state that it is in, and kept as codes: names and words are not. Safe for threads.
 */
public final class StatusDesk {
    /** How a list is sorted. */
    public enum Sort {
        /** As the rows came. */
        TAKEN_IN,
        /** The gravest status first. */
        GRAVEST
    }

    /**
     * A part of a register.
     *
     * @param keys of the rows, in order
     * @param counts people with each status, of the whole register
     * @param more whether there are others after these
     */
    public record Part(List<String> keys, Map<Status, Integer> counts, boolean more) {}

    /** What the rows of one person say, as codes; with every claim. */
    private record Coded(Set<Status> statuses, List<Claim> claims) {}

    private record Index(long changes, Map<String, Coded> people) {}

    private final Registers registers;
    private final Beside beside;
    private final Map<Kind, Index> indexes = new HashMap<>();

    StatusDesk(Store store, Beside beside) {
        this.registers = store.registers();
        this.beside = beside;
    }

    /** All words on those people, each with its source. */
    public Map<String, List<StatusWord>> words(Kind kind, Collection<String> keys) {
        Map<Long, Batch> batches = batches(kind);
        Beside.Picture picture = beside.picture(kind);
        Map<String, List<StatusWord>> words = new LinkedHashMap<>();
        registers
                .histories(kind, keys)
                .forEach((key, rows) -> words.put(key, picture.words(key, RowWords.of(kind, rows, batches))));
        return words;
    }

    /** The statuses of those people, each once, the gravest first. */
    public Map<String, Set<Status>> statuses(Kind kind, Collection<String> keys) {
        Map<String, Set<Status>> statuses = new LinkedHashMap<>();
        words(kind, keys).forEach((key, words) -> statuses.put(key, set(words)));
        return statuses;
    }

    private static Set<Status> set(List<StatusWord> words) {
        Set<Status> set = EnumSet.noneOf(Status.class);
        words.forEach(w -> set.add(w.status()));
        return set;
    }

    /**
     * A part of a register by status.
     *
     * @param only those who have it among their statuses; or empty for all
     * @param from how many of them come before
     */
    public Part part(Kind kind, Optional<Status> only, Sort sort, int from, int limit) {
        Map<String, Coded> people = index(kind);
        Beside.Picture picture = beside.picture(kind);
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        Map<String, Set<Status>> chosen = new LinkedHashMap<>();
        Set<String> spokenOf = picture.rows();
        people.forEach((key, coded) -> {
            Set<Status> statuses = coded.statuses();
            if (!coded.claims().isEmpty() || spokenOf.contains(key)) {
                statuses = EnumSet.copyOf(statuses);
                statuses.addAll(set(picture.words(key, new RowWords(List.of(), coded.claims()))));
            }
            statuses.forEach(s -> counts.merge(s, 1, Integer::sum));
            if (only.isEmpty() || statuses.contains(only.get())) {
                chosen.put(key, statuses);
            }
        });
        List<String> keys = new ArrayList<>(chosen.keySet());
        if (sort == Sort.GRAVEST) {
            keys.sort(Comparator.comparing(
                    key -> chosen.getOrDefault(key, Set.of()).iterator().next()));
        }
        int start = Math.min(Math.max(0, from), keys.size());
        int end = Math.min(keys.size(), start + limit);
        return new Part(List.copyOf(keys.subList(start, end)), counts, end < keys.size());
    }

    /** Every claim of a death on people of a register. */
    List<Claim> claims(Kind kind) {
        Map<String, Coded> people = index(kind);
        Beside.Picture picture = beside.picture(kind);
        Set<String> spokenOf = picture.rows();
        List<Claim> claims = new ArrayList<>();
        people.forEach((key, coded) -> {
            if (!coded.claims().isEmpty() || spokenOf.contains(key)) {
                claims.addAll(picture.claims(key, coded.claims()));
            }
        });
        return claims;
    }

    Map<Long, Batch> batches(Kind kind) {
        return registers.batches(kind).stream().collect(Collectors.toMap(Batch::id, Function.identity()));
    }

    /** Those who were wiped have no status, and are not in it. */
    private synchronized Map<String, Coded> index(Kind kind) {
        long changes = registers.changes();
        Index known = indexes.get(kind);
        if (known != null && known.changes() == changes) {
            return known.people();
        }
        Map<Long, Batch> batches = batches(kind);
        Map<String, RowWords.Fold> folds = new LinkedHashMap<>();
        registers.each(kind, row -> {
            Batch batch = batches.get(row.batch());
            if (batch != null) {
                folds.computeIfAbsent(row.key(), k -> new RowWords.Fold(kind)).add(row, batch);
            }
        });
        Map<String, Coded> people = new LinkedHashMap<>();
        folds.forEach((key, fold) -> {
            RowWords words = fold.words();
            if (!words.words().isEmpty()) {
                people.put(key, new Coded(set(words.words()), words.claims()));
            }
        });
        indexes.put(kind, new Index(changes, people));
        return people;
    }
}
