package org.homeward.node.agreed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.node.desk.AfterAgreement;
import org.homeward.protocol.exchange.Accounts;
import org.homeward.protocol.exchange.Act.ListedPerson;
import org.homeward.protocol.exchange.Act.SoughtLine;
import org.homeward.protocol.exchange.Agreement;
import org.homeward.protocol.exchange.Amendment;
import org.homeward.protocol.exchange.AmendmentRules;
import org.homeward.protocol.exchange.CarriedOver;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Deadline.OnExpiry;
import org.homeward.protocol.exchange.Handovers;
import org.homeward.protocol.exchange.OpenAmendment;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.exchange.SignedAgreement;
import org.homeward.protocol.json.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows, read off the case.
 *
 * @param version the number of the version in force; 0 before there is an agreement
 * @param versions every version that all three signed, the first first
 * @param owed the account by party and category
 * @param sides who could leave each list and who could come onto it
 * @param toReceive this side's people who are not back yet
 * @param codes with which somebody may leave a list
 * @param proposalOnTable whether a proposal could be withdrawn
 * @param bookings those who came back, by handover and category
 * @param receipts for whom either side has signed
 * @param carry what is still owed, as the member "carried" of a later terms file; null where nothing is
 */
public record AgreedView(
        String caseId,
        int version,
        @Nullable String digest,
        List<Version> versions,
        @Nullable Open open,
        List<Owed> owed,
        List<Clock> clocks,
        List<Side> sides,
        List<Person> toReceive,
        List<String> codes,
        boolean mediator,
        boolean proposalOnTable,
        List<Booking> bookings,
        List<ReceiptView> receipts,
        @Nullable String carry) {

    /** A version, when its last signature was given, and its difference to the one before. */
    public record Version(int number, Instant at, String digest, List<Change> changes) {}

    /** One line of a difference; no person where nobody leaves, or nobody comes. */
    public record Change(
            String party,
            @Nullable Person leaves,
            @Nullable String code,
            @Nullable Person comes) {}

    /** A person as a list names him. */
    public record Person(String line, int number, String name, String category) {}

    /**
     * The amendment on the table.
     *
     * @param digest of the version that it makes, whose bytes are signed
     */
    public record Open(
            String by, int version, String digest, List<Change> changes, List<String> signedBy, boolean own) {}

    /** One category of the account. */
    public record Owed(
            String party,
            String category,
            int agreed,
            int carried,
            int received,
            int doubted,
            int owed,
            int agreedPoints,
            int receivedPoints) {}

    /** Those who came back in one handover. */
    public record Booking(String party, String handover, String category, int persons, int points) {}

    /** A clock, and whether the mediator may end it or give more time. */
    public record Clock(
            String due, Instant until, String onExpiry, boolean passed, boolean mayEnd, boolean mayExtend) {}

    /** One list, for the form: all who are on it, and the next of the reserve. */
    public record Side(String party, String name, List<Person> listed, List<Person> reserve) {}

    private static @Nullable String carry(CaseState state) {
        List<CarriedOver> carry = Accounts.carry(state);
        return carry.isEmpty()
                ? null
                : "\"carried\": " + new String(CanonicalJson.bytes(carry), StandardCharsets.UTF_8);
    }

    /** @param self id of this node */
    public static AgreedView of(CaseState state, String self) {
        Map<String, String> names = new HashMap<>();
        state.known().all().forEach(p -> names.put(p.id(), p.name()));
        boolean mediator = state.known().mediator().id().equals(self);
        Optional<Agreement> inForce = state.agreed().isEmpty()
                ? Optional.empty()
                : Optional.of(state.agreed().getLast().agreement());
        List<Version> versions = new ArrayList<>();
        Agreement before = null;
        for (SignedAgreement signed : state.agreed()) {
            Agreement agreement = signed.agreement();
            Instant at = signed.signatures().values().stream()
                    .map(r -> r.time())
                    .max(Instant::compareTo)
                    .orElseThrow();
            versions.add(new Version(
                    agreement.version(),
                    at,
                    agreement.digest(),
                    before == null ? List.of() : changes(before, agreement.changes(), names)));
            before = agreement;
        }
        return new AgreedView(
                state.caseId(),
                inForce.map(Agreement::version).orElse(0),
                inForce.map(Agreement::digest).orElse(null),
                List.copyOf(versions),
                open(state, names, self),
                Handovers.account(state).stream()
                        .map(l -> new Owed(
                                name(names, l.party()),
                                l.category(),
                                l.agreed(),
                                l.carried(),
                                l.received(),
                                l.doubted(),
                                l.owed(),
                                l.agreedPoints(),
                                l.receivedPoints()))
                        .toList(),
                new TreeMap<>(state.clocks())
                        .values().stream()
                                .map(c -> new Clock(
                                        c.deadline().due().name(),
                                        c.until(),
                                        c.deadline().onExpiry().name(),
                                        c.passed(),
                                        mediator && !c.passed() && c.deadline().onExpiry() != OnExpiry.NOTHING,
                                        mediator && c.deadline().onExpiry() == OnExpiry.TO_MEDIATOR))
                                .toList(),
                inForce.map(a -> state.known().parties().stream()
                                .map(p -> side(state, a, p))
                                .toList())
                        .orElse(List.of()),
                inForce.map(a -> toReceive(state, a, self)).orElse(List.of()),
                AmendmentRules.leavingCodes().stream().map(Enum::name).toList(),
                mediator,
                mediator && inForce.isEmpty() && state.proposal() != null,
                Accounts.bookings(List.of(state)).stream()
                        .map(b -> new Booking(
                                name(names, b.party()), b.handover(), b.category(), b.persons(), b.points()))
                        .toList(),
                inForce.map(a -> ReceiptView.of(state, a, names, self)).orElse(List.of()),
                carry(state));
    }

    private static @Nullable Open open(CaseState state, Map<String, String> names, String self) {
        OpenAmendment open = state.amendment();
        if (open == null) {
            return null;
        }
        Agreement next = state.amended().orElseThrow();
        return new Open(
                name(names, open.by()),
                next.version(),
                next.digest(),
                changes(state.agreed().getLast().agreement(), open.amendment().changes(), names),
                open.signatures().keySet().stream()
                        .sorted()
                        .map(id -> name(names, id))
                        .toList(),
                open.by().equals(self));
    }

    private static List<Change> changes(Agreement before, List<Amendment.Change> changes, Map<String, String> names) {
        return changes.stream()
                .map(c -> new Change(
                        name(names, c.party()),
                        people(before, c.party()).stream()
                                .filter(p -> p.line().equals(c.leaves()))
                                .findFirst()
                                .map(AgreedView::person)
                                .orElse(null),
                        c.code() == null ? null : c.code().name(),
                        c.comes() == null ? null : person(c.comes())))
                .toList();
    }

    private static Side side(CaseState state, Agreement inForce, Participant party) {
        Map<String, String> names = new HashMap<>();
        for (SoughtLine line : state.lists().getOrDefault(party.id(), List.of())) {
            names.put(line.line(), line.name());
        }
        return new Side(
                party.id(),
                party.name(),
                people(inForce, party.id()).stream().map(AgreedView::person).toList(),
                AfterAgreement.reserve(state, party.id()).stream()
                        .limit(PersonFind.MOST)
                        .map(line -> new Person(line, 0, name(names, line), ""))
                        .toList());
    }

    private static List<Person> toReceive(CaseState state, Agreement inForce, String self) {
        Set<String> back = state.received().getOrDefault(self, Map.of()).keySet();
        return people(inForce, self).stream()
                .filter(p -> !back.contains(p.token()))
                .map(AgreedView::person)
                .toList();
    }

    private static Person person(ListedPerson p) {
        return new Person(p.line(), p.number(), p.name(), p.category());
    }

    private static List<ListedPerson> people(Agreement agreement, String party) {
        return agreement.proposal().returning().getOrDefault(party, List.of());
    }

    private static String name(Map<String, String> names, String id) {
        return names.getOrDefault(id, id);
    }
}
