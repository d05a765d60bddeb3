package org.homeward.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Act.ListedPerson;
import org.homeward.protocol.exchange.Amendment;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Deadline;
import org.homeward.protocol.exchange.Death;
import org.homeward.protocol.exchange.Handovers;
import org.jspecify.annotations.Nullable;

/** The lists and accounts as they must be, kept from the acts by other code than the rules of the case. */
final class Tally {
    private final Counts counts;
    private final Map<String, List<ListedPerson>> proposed = new TreeMap<>();
    private final Map<String, List<ListedPerson>> live = new TreeMap<>();
    private final Set<String> signed = new HashSet<>();
    private final Map<String, Integer> received = new HashMap<>();
    private final Map<String, String> returned = new HashMap<>();
    private final Map<String, String> doubts = new HashMap<>();
    private final Map<String, Integer> points = new HashMap<>();
    private final Set<String> acknowledged = new HashSet<>();
    private final Set<String> missing = new HashSet<>();
    private final Set<String> dead = new HashSet<>();
    private boolean onTable;
    private @Nullable Amendment open;
    private int versions;

    Tally(Counts counts) {
        this.counts = counts;
    }

    void take(String from, Act act) {
        switch (act) {
            case Act.SelectionProposed(Act.Proposal proposal) -> {
                proposed.clear();
                proposed.putAll(proposal.returning());
                onTable = true;
                signed.clear();
                once(proposed);
                free(proposed);
            }
            case Act.AgreementSigned ignored -> {
                signed.add(from);
                if (signed.size() == 3) {
                    live.putAll(proposed);
                    versions = 1;
                    onTable = false;
                    signed.clear();
                }
            }
            case Act.AmendmentProposed(Amendment amendment) -> {
                if (open != null) {
                    throw new Broken("one amendment is on the table at a time");
                }
                for (Amendment.Change change : amendment.changes()) {
                    if (change.comes() != null) {
                        free(Map.of(change.party(), List.of(change.comes())));
                    }
                }
                open = amendment;
            }
            case Act.AmendmentSigned ignored -> sign(from);
            case Act.AmendmentWithdrawn ignored -> leaves(Happening.AMENDMENT_WITHDRAWN);
            case Act.AmendmentDeclined ignored -> leaves(Happening.AMENDMENT_DECLINED);
            case Act.DeadlinePassed(Deadline.Due due) -> {
                counts.add(Happening.DEADLINE_PASSED);
                if (due == Deadline.Due.AMENDMENT) {
                    leaves(Happening.AMENDMENT_LAPSED);
                }
            }
            case Act.DeadlineExtended ignored -> counts.add(Happening.DEADLINE_EXTENDED);
            case Act.HandoverReceived receipt -> {
                for (String token : receipt.tokens()) {
                    if (live.getOrDefault(from, List.of()).stream()
                                    .noneMatch(p -> p.token().equals(token))
                            || returned.putIfAbsent(token, from) != null) {
                        throw new Broken("nobody is received twice, or without being on the list");
                    }
                    book(from, token, 1);
                }
                counts.add(Happening.HANDOVER_RECEIVED);
            }
            case Act.ReceiptDoubted doubted -> {
                for (String token : doubted.tokens()) {
                    String receiver = returned.get(token);
                    if (receiver == null) {
                        throw new Broken("nobody is doubted who was not received");
                    }
                    switch (doubted.doubt()) {
                        case RAISED -> {
                            doubts.put(token, from);
                            counts.add(Happening.RECEIPT_DOUBTED);
                        }
                        case DROPPED -> {
                            if (!from.equals(doubts.remove(token))) {
                                throw new Broken("a side drops its own doubts alone");
                            }
                            counts.add(Happening.DOUBT_DROPPED);
                        }
                        case AGREED -> {
                            String by = doubts.remove(token);
                            if (by == null || by.equals(from)) {
                                throw new Broken("no side takes a receipt back alone");
                            }
                            returned.remove(token);
                            book(receiver, token, -1);
                            counts.add(Happening.RECEIPT_PUT_RIGHT);
                        }
                    }
                }
            }
            case Act.LinksAcknowledged links -> acknowledged.addAll(links.lines());
            case Act.AvailabilityChanged changed -> {
                missing.addAll(changed.notAvailable());
                changed.again().forEach(missing::remove);
                counts.add(changed.again().isEmpty() ? Happening.NOT_AVAILABLE : Happening.AVAILABLE_AGAIN);
                changed.notAvailable().forEach(this::again);
            }
            case Act.BoardDecided decided -> {
                counts.add(Happening.BOARD_DECIDED);
                again(decided.line());
            }
            case Act.DeathStated(String line, Death death) -> {
                switch (death.standing()) {
                    case PROVISIONAL -> {
                        dead.add(line);
                        counts.add(Happening.DEATH_STATED);
                    }
                    case CONFIRMED -> counts.add(Happening.DEATH_CONFIRMED);
                    case CONTRADICTED -> counts.add(Happening.DEATH_CONTRADICTED);
                    case WITHDRAWN -> {
                        dead.remove(line);
                        counts.add(Happening.DEATH_TAKEN_BACK);
                    }
                }
                again(line);
            }
            default -> {}
        }
    }

    /** What is said of one who may be listed takes lists off the table that are not agreed. */
    /** Gives a side credit for a person, or takes it away. */
    private void book(String side, String token, int persons) {
        received.merge(side, persons, (had, more) -> had + more == 0 ? null : had + more);
        live.getOrDefault(side, List.of()).stream()
                .filter(p -> p.token().equals(token))
                .map(p -> persons * ("sergeant".equals(p.rank()) ? 2 : 1))
                .forEach(worth -> points.merge(side, worth, (had, more) -> had + more == 0 ? null : had + more));
    }

    private void again(String line) {
        if (onTable && acknowledged.contains(line)) {
            onTable = false;
            proposed.clear();
            signed.clear();
            counts.add(Happening.LISTS_MADE_AGAIN);
        }
    }

    private void free(Map<String, List<ListedPerson>> lists) {
        lists.values()
                .forEach(people -> people.forEach(person -> {
                    if (missing.contains(person.line()) || dead.contains(person.line())) {
                        throw new Broken("nobody who is not available, or said to be dead, comes onto a list");
                    }
                }));
    }

    private void sign(String from) {
        Amendment amendment = open;
        if (amendment == null || !signed.add(from)) {
            throw new Broken("an amendment is signed once by each, while it is on the table");
        }
        if (signed.size() < 3) {
            return;
        }
        Map<String, Integer> before = sizes();
        for (Amendment.Change change : amendment.changes()) {
            List<ListedPerson> people = new ArrayList<>(live.getOrDefault(change.party(), List.of()));
            people.removeIf(p -> p.line().equals(change.leaves()));
            if (change.comes() != null) {
                people.add(change.comes());
            }
            live.put(change.party(), people);
        }
        once(live);
        if (!sizes().equals(before)) {
            throw new Broken("an amendment keeps the numbers of the terms");
        }
        versions++;
        leaves(Happening.AMENDMENT_IN_FORCE);
    }

    private Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new HashMap<>();
        live.forEach((party, people) -> sizes.put(party, people.size()));
        return sizes;
    }

    private void leaves(Happening how) {
        open = null;
        signed.clear();
        counts.add(how);
    }

    private static void once(Map<String, List<ListedPerson>> lists) {
        Set<String> tokens = new HashSet<>();
        Set<String> lines = new TreeSet<>();
        lists.values()
                .forEach(people -> people.forEach(person -> {
                    if (!tokens.add(person.token()) || !lines.add(person.line())) {
                        throw new Broken("no name is on two live lists");
                    }
                }));
    }

    /** What the rules made of the same acts. */
    void compare(CaseState state) {
        if (state.agreed().size() != versions) {
            throw new Broken("a version is in force exactly when all three have signed it");
        }
        if (versions > 0
                && !state.agreement().orElseThrow().proposal().returning().equals(live)) {
            throw new Broken("an amendment that is not signed by all changes nothing");
        }
        if (!state.notAvailable().keySet().equals(missing)
                || !dead.equals(state.deaths().entrySet().stream()
                        .filter(e -> e.getValue().standsInTheWay())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()))) {
            throw new Broken("all know who is not available and who is said to be dead");
        }
        Map<String, Integer> worth = new HashMap<>();
        Map<String, Integer> credited = new HashMap<>();
        for (Handovers.Line line : Handovers.account(state)) {
            if (line.received() > 0) {
                credited.merge(line.party(), line.received(), Integer::sum);
                worth.merge(line.party(), line.receivedPoints(), Integer::sum);
            }
        }
        if (!credited.equals(received) || !worth.equals(points)) {
            throw new Broken("accounts equal the receipts");
        }
    }
}
