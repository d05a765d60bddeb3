package org.homeward.talks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The single text as it stood at one version. */
public record TextVersion(int number, Map<String, TextClause> clauses) {
    public TextVersion {
        clauses = Collections.unmodifiableMap(new LinkedHashMap<>(clauses));
    }

    /** What one version changed of another, part by part. */
    public record Change(String clause, String part, String from, String to) {}

    /** The differences to a later version, or to an earlier one. */
    public List<Change> changesTo(TextVersion other) {
        List<Change> changes = new ArrayList<>();
        TreeSet<String> ids = new TreeSet<>(clauses.keySet());
        ids.addAll(other.clauses.keySet());
        for (String id : ids) {
            Map<String, String> from = parts(clauses.get(id));
            Map<String, String> to = parts(other.clauses.get(id));
            TreeSet<String> names = new TreeSet<>(from.keySet());
            names.addAll(to.keySet());
            for (String part : names) {
                String before = from.getOrDefault(part, "");
                String after = to.getOrDefault(part, "");
                if (!before.equals(after)) {
                    changes.add(new Change(id, part, before, after));
                }
            }
        }
        return changes;
    }

    private static Map<String, String> parts(@Nullable TextClause clause) {
        Map<String, String> parts = new LinkedHashMap<>();
        if (clause == null) {
            return parts;
        }
        parts.put("status", clause.status().name());
        clause.words().forEach((language, words) -> parts.put("words." + language, words));
        for (int i = 0; i < clause.brackets().size(); i++) {
            Act.Bracket bracket = clause.brackets().get(i);
            String of = bracket.of() == null ? "alternative " + (i + 1) : bracket.of();
            bracket.words()
                    .forEach((language, words) ->
                            parts.merge("bracket." + of + "." + language, words, (x, y) -> x + " / " + y));
            if (bracket.terms() != null) {
                parts.put("bracket." + of + ".terms", bracket.terms().toString());
            }
        }
        clause.reservations()
                .forEach(reservation -> reservation
                        .words()
                        .forEach((language, words) -> parts.merge(
                                "reservation." + reservation.of() + "." + language, words, (x, y) -> x + " / " + y)));
        if (clause.terms() != null) {
            parts.put("terms", clause.terms().toString());
        }
        return parts;
    }
}
