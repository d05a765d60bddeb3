package org.homeward.node.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Kind;
import org.homeward.protocol.exchange.Participants;
import org.homeward.selection.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * Who may be exchanged: the people whose links both sides confirmed, as their holder released them, without those to whom a party
 * objected, who are not available or said to be dead, or whom a board sends to a neutral country.
 *
 * <p>A function of the case alone, so that all three nodes select from the same people.
 */
public final class Candidates {
    /** A birth date that is not known makes nobody young. */
    static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

    private Candidates() {}

    /** The candidate's id: his side and the line of its list, which was fixed before anybody could know the lottery. */
    public static String id(String side, String line) {
        return side + ":" + line;
    }

    public static List<Candidate> of(CaseState state) {
        List<Candidate> candidates = new ArrayList<>();
        for (Participants.Participant party : state.known().parties()) {
            Map<String, Act.Reply> replies = state.replies().getOrDefault(party.id(), Map.of());
            Set<String> lines = new TreeSet<>(state.acknowledged().getOrDefault(party.id(), Set.of()));
            for (String line : lines) {
                Act.Reply reply = replies.get(line);
                Act.HeldPerson held = reply == null ? null : reply.held();
                if (held != null && state.mayBeListed(party.id(), line)) {
                    candidates.add(candidate(party.id(), line, held));
                }
            }
        }
        return List.copyOf(candidates);
    }

    private static Candidate candidate(String side, String line, Act.HeldPerson held) {
        return new Candidate(
                id(side, line),
                side,
                held.kind() == Kind.CIVILIAN ? Candidate.Kind.CIVILIAN : Candidate.Kind.SOLDIER,
                held.serious() ? Candidate.Medical.SERIOUS : Candidate.Medical.NONE,
                day(held.heldSince(), LocalDate.of(9999, 1, 1)),
                held.rank() == null ? "" : held.rank(),
                day(held.birthDate(), LONG_AGO),
                Map.of());
    }

    private static LocalDate day(@Nullable String text, LocalDate otherwise) {
        LocalDate day = PersonFacts.firstDay(text);
        return day == null ? otherwise : day;
    }
}
