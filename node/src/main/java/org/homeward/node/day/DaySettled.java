package org.homeward.node.day;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.homeward.handover.reconciliation.Account;
import org.homeward.handover.reconciliation.Closing;
import org.homeward.handover.reconciliation.Difference;
import org.homeward.handover.reconciliation.Reconciliation;
import org.homeward.protocol.exchange.Act.ListedPerson;
import org.homeward.protocol.exchange.CaseState;

/**
 * What a day's reconciliation settles for one party: whom it can sign for, and what is so of each of its people. Pure. A death is no fact here:
 * it is for two people to write down, and for somebody to tell in person.
 *
 * @param credited tokens of those who came, by both sides' acts or as both agreed since
 * @param unlisted of these, those who are on no list in force, as who went in another's place is until an amendment is signed
 * @param doubtful tokens for whom this party has signed already and whom the day does not credit to it any more
 * @param facts by line of this party's list
 */
public record DaySettled(Set<String> credited, List<String> unlisted, List<String> doubtful, Map<String, Fact> facts) {
    private static final Set<Difference.Kind> DEATHS =
            EnumSet.of(Difference.Kind.DIED_BEFORE, Difference.Kind.DIED_ON_THE_WAY);

    /** What is settled of a person. */
    public enum Fact {
        /** He is back. */
        RELEASED,
        /** He is not among those who returned, whatever the cause: no reader can tell one from another. */
        NOT_RETURNED
    }

    /**
     * Reads a reconciliation.
     *
     * @param self the party
     */
    public static DaySettled of(CaseState state, Reconciliation day, String self) {
        Map<String, String> lines = new HashMap<>();
        state.replies().getOrDefault(self, Map.of()).values().forEach(reply -> {
            if (reply.held() != null) {
                lines.put(reply.held().token(), reply.line());
            }
        });
        Set<String> listed = new HashSet<>();
        if (!state.agreed().isEmpty()) {
            state.agreed().getLast().agreement().proposal().returning().getOrDefault(self, List.of()).stream()
                    .map(ListedPerson::token)
                    .forEach(listed::add);
        }
        Set<String> credited = new TreeSet<>();
        List<String> unlisted = new ArrayList<>();
        Map<String, Fact> facts = new TreeMap<>();
        for (Account.Received person : day.account().received()) {
            if (person.returnsTo().equals(self)) {
                credited.add(person.token());
                if (!listed.contains(person.token())) {
                    unlisted.add(person.token());
                }
                put(facts, lines, person.token(), Fact.RELEASED);
            }
        }
        absent(day, self).stream()
                .filter(token -> !credited.contains(token))
                .forEach(token -> put(facts, lines, token, Fact.NOT_RETURNED));
        List<String> doubtful = state.received().getOrDefault(self, Map.of()).entrySet().stream()
                .filter(e -> e.getValue().equals(day.handover()) && !credited.contains(e.getKey()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return new DaySettled(credited, unlisted, doubtful, facts);
    }

    /** Those of whom both sides signed that they did not come, for no death. */
    private static Set<String> absent(Reconciliation day, String self) {
        Set<String> absent = new TreeSet<>();
        Set<String> never = new HashSet<>();
        for (Reconciliation.Case c : day.cases()) {
            Difference d = c.difference();
            if (!d.kind().personal() || !self.equals(d.returnsTo())) {
                continue;
            }
            boolean stays = c.closed()
                    .map(Closing::outcome)
                    .filter(o -> o == Closing.Outcome.STILL_OWED
                            || o == Closing.Outcome.SETTLED && d.kind() == Difference.Kind.SUBSTITUTED)
                    .isPresent();
            if (stays && !DEATHS.contains(d.kind())) {
                absent.add(d.subject());
            }
            if (c.closed().isEmpty() || DEATHS.contains(d.kind())) {
                never.add(d.subject());
            }
        }
        absent.removeAll(never);
        return absent;
    }

    private static void put(Map<String, Fact> facts, Map<String, String> lines, String token, Fact fact) {
        String line = lines.get(token);
        if (line != null) {
            facts.put(line, fact);
        }
    }
}
