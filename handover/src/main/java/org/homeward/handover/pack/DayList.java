package org.homeward.handover.pack;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeward.handover.log.Roster;
import org.jspecify.annotations.Nullable;

/**
 * The frozen list with what a post needs to know a person by, and nothing more. It never joins a log.
 *
 * @param v 1
 */
public record DayList(int v, String caseId, String handover, List<Line> lines) {
    /**
     * One person.
     *
     * @param names in every spelling that the lists have, the printed one first
     * @param birthDate as written, or null
     * @param photo JPEG in base64, or null
     * @param questions four to six that were agreed, or none
     */
    public record Line(
            String token,
            List<String> names,
            @Nullable String birthDate,
            @Nullable String photo,
            List<Question> questions) {
        public Line {
            names = List.copyOf(names);
            questions = List.copyOf(questions);
        }
    }

    /** A question that only he can answer. */
    public record Question(String id, String question, String answer) {}

    public DayList {
        lines = List.copyOf(lines);
    }

    public Optional<Line> line(String token) {
        return lines.stream().filter(l -> l.token().equals(token)).findFirst();
    }

    /** The list with these people only. */
    DayList only(Set<String> tokens) {
        return new DayList(
                v,
                caseId,
                handover,
                lines.stream().filter(l -> tokens.contains(l.token())).toList());
    }

    /** What makes it unusable with a roster, or empty. */
    public Optional<String> flaw(Roster roster) {
        if (v != 1 || !caseId.equals(roster.caseId()) || !handover.equals(roster.handover())) {
            return Optional.of("it is of another day than the roster");
        }
        Set<String> seen = new HashSet<>();
        for (Line line : lines) {
            if (!seen.add(line.token())) {
                return Optional.of("token " + line.token() + " is there twice");
            }
            if (roster.expected(line.token()).isEmpty()) {
                return Optional.of("token " + line.token() + " is not in the roster");
            }
            if (line.names().isEmpty() || line.names().stream().anyMatch(String::isBlank)) {
                return Optional.of("token " + line.token() + " has no name");
            }
        }
        return roster.people().stream()
                .filter(p -> !seen.contains(p.token()))
                .findFirst()
                .map(p -> "number " + p.number() + " of those who return to " + p.returnsTo() + " is missing");
    }
}
