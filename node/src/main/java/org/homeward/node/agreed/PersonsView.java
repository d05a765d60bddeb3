package org.homeward.node.agreed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Board;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Death;
import org.jspecify.annotations.Nullable;

/**
 * What is said of persons after the answers, read off the case.
 *
 * @param query what was looked for
 * @param shown those who were shown and are available, of either list: whom this node keeps back, and whom the reader looked for
 * @param gone those who are not available
 * @param dead whose death two people of this side confirmed, and of whom the others have not been told
 * @param untold of this side's people: decisions of boards that two people noted and that the others have not been told
 * @param lines of whom a death could be stated, of those looked for
 * @param people whether anybody is on a list
 * @param standings what may be said of a death
 */
public record PersonsView(
        String caseId,
        String query,
        List<Person> shown,
        List<Gone> gone,
        List<Person> dead,
        List<Decision> untold,
        List<Decision> told,
        List<Said> deaths,
        List<Person> lines,
        boolean people,
        List<String> standings) {
    /** @param kept whether this node keeps him back */
    public record Person(String line, String name, boolean kept) {}

    /**
     * @param again whether this side said so, and may say that he is available again
     * @param free whether nothing keeps him back here any more
     */
    public record Gone(String line, String name, String by, boolean again, boolean free) {}

    /** What a board decided. */
    public record Decision(
            String line,
            String name,
            String decision,
            @Nullable String annex,
            String day,
            @Nullable String next) {}

    /** What stands of a death. */
    public record Said(
            String line,
            String name,
            String standing,
            @Nullable String day,
            @Nullable String burial) {}

    /** @param query whom the reader looks for; blank for nobody */
    public static PersonsView of(CaseState state, String self, AgreedActs.Untold untold, String query) {
        Map<String, String> names = new TreeMap<>();
        state.lists().values().forEach(list -> list.forEach(line -> names.put(line.line(), line.name())));
        Map<String, String> sides = new HashMap<>();
        state.known().all().forEach(p -> sides.put(p.id(), p.name()));
        List<Person> found = PersonFind.find(
                names.entrySet().stream()
                        .map(e -> new Person(e.getKey(), e.getValue(), false))
                        .toList(),
                query,
                person -> person.name() + " " + person.line());
        Set<String> looked = found.stream().map(Person::line).collect(Collectors.toSet());
        List<Person> shown = new ArrayList<>();
        List<Decision> told = new ArrayList<>();
        names.forEach((line, name) -> {
            Act.HeldPerson held = held(state, line);
            boolean kept = untold.notAvailable().contains(line);
            if (held != null && !state.notAvailable().containsKey(line) && (kept || looked.contains(line))) {
                shown.add(new Person(line, name, kept));
            }
            if (held != null && held.board() != null) {
                told.add(decision(line, name, held.board()));
            }
        });
        return new PersonsView(
                state.caseId(),
                query,
                List.copyOf(shown),
                new TreeMap<>(state.notAvailable())
                        .entrySet().stream()
                                .map(e -> new Gone(
                                        e.getKey(),
                                        names.getOrDefault(e.getKey(), e.getKey()),
                                        sides.getOrDefault(e.getValue(), e.getValue()),
                                        e.getValue().equals(self),
                                        untold.again().contains(e.getKey())))
                                .toList(),
                untold.dead().stream()
                        .map(line -> new Person(line, names.getOrDefault(line, line), false))
                        .toList(),
                untold.boards().entrySet().stream()
                        .map(e -> decision(e.getKey(), names.getOrDefault(e.getKey(), e.getKey()), e.getValue()))
                        .toList(),
                List.copyOf(told),
                new TreeMap<>(state.deaths())
                        .entrySet().stream()
                                .map(e -> said(e.getKey(), names.getOrDefault(e.getKey(), e.getKey()), e.getValue()))
                                .toList(),
                found,
                !names.isEmpty(),
                Arrays.stream(Death.Standing.values()).map(Enum::name).toList());
    }

    private static Act.@Nullable HeldPerson held(CaseState state, String line) {
        for (Map<String, Act.Reply> replies : state.replies().values()) {
            Act.Reply reply = replies.get(line);
            if (reply != null) {
                return reply.held();
            }
        }
        return null;
    }

    private static Decision decision(String line, String name, Board board) {
        return new Decision(line, name, board.decision().name(), board.annex(), board.day(), board.next());
    }

    private static Said said(String line, String name, Death death) {
        return new Said(line, name, death.standing().name(), death.day(), death.burial());
    }
}
