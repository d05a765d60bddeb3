package org.homeward.handover.day;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.handover.log.Breach;
import org.homeward.handover.log.EventSet;
import org.homeward.handover.log.Observation;
import org.homeward.handover.log.Roster;
import org.homeward.handover.log.SignedEvent;
import org.homeward.protocol.crypto.Bytes;
import org.jspecify.annotations.Nullable;

/** Reads a set of events once to index what refers to what, once to count it. */
final class Fold {
    private final Roster roster;
    private final Map<String, Roster.Device> devices = new HashMap<>();
    private final Map<String, Roster.Expected> people = new HashMap<>();
    private final Set<String> reserve = new HashSet<>();
    private final Map<String, Findings> findings = new HashMap<>();
    private final Map<String, SignedEvent> acts = new HashMap<>();
    private final Set<String> unlisted = new HashSet<>();
    private final Set<String> withdrawn = new HashSet<>();
    private final Map<String, Map<String, Long>> tallies = new TreeMap<>();
    private final Set<String> ticked = new HashSet<>();
    private final Set<String> closed = new HashSet<>();
    private final List<DayState.Unfounded> unfounded = new ArrayList<>();
    private final Departures departures;

    Fold(Roster roster) {
        this.roster = roster;
        this.departures = new Departures(roster);
        roster.devices().forEach(d -> devices.put(d.id(), d));
        roster.people().forEach(p -> people.put(p.token(), p));
        roster.reserve().forEach(p -> {
            people.put(p.token(), p);
            reserve.add(p.token());
        });
        people.forEach((token, expected) -> findings.put(token, new Findings(token, expected)));
    }

    DayState read(EventSet set) {
        MessageDigest digest = sha256();
        digest.update(Bytes.utf8(roster.digest()));
        set.forEach(this::index);
        set.forEach(event -> {
            digest.update(Bytes.utf8(event.hash()));
            count(event);
        });
        Map<String, Subject> subjects = new TreeMap<>();
        findings.forEach((id, f) -> subjects.put(id, f.subject()));
        List<Breach> breaches = Breach.in(set);
        StringBuilder said = new StringBuilder(subjects.size() * 32);
        subjects.forEach((id, s) -> said.append(id)
                .append(' ')
                .append(s.status())
                .append(s.identityDisputed() ? " ? " : " ")
                .append(s.code())
                .append(' ')
                .append(s.insteadOf())
                .append(' ')
                .append(s.replacedBy())
                .append(' ')
                .append(s.entries().size())
                .append('\n'));
        said.append(tallies).append('\n');
        Map<String, VehicleState> vehicles = departures.states(withdrawn);
        vehicles.forEach(
                (id, v) -> said.append(id).append(' ').append(v.standing()).append('\n'));
        unfounded.forEach(u ->
                said.append(u.event().hash()).append(' ').append(u.reason()).append('\n'));
        breaches.forEach(b -> said.append(b.kind())
                .append(' ')
                .append(b.device())
                .append(' ')
                .append(b.seq())
                .append('\n'));
        digest.update(Bytes.utf8(said.toString()));
        return new DayState(
                roster,
                subjects,
                tallies,
                vehicles,
                ticked,
                closed,
                unfounded,
                breaches,
                set.size(),
                Bytes.hex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The observation, taken off the paper; null when the paper holds nothing that can be entered. */
    private static @Nullable Observation plain(SignedEvent event) {
        return event.observation() instanceof Observation.OnPaper paper
                ? paper.inner().orElse(null)
                : event.observation();
    }

    private void index(SignedEvent event) {
        switch (plain(event)) {
            case Observation.Offered o -> acts.put(event.hash(), event);
            case Observation.Accepted a -> acts.put(event.hash(), event);
            case Observation.Unlisted u -> unlisted.add(u.subject());
            case Observation.Withdrawn w -> withdrawn.add(event.device() + ' ' + w.event());
            case Observation.Acknowledged a -> departures.index(event, a, party(event));
            case null, default -> {}
        }
    }

    private void count(SignedEvent event) {
        Observation observation = plain(event);
        boolean paper = event.observation() instanceof Observation.OnPaper;
        if (observation == null) {
            unfounded.add(new DayState.Unfounded(event, "paper.unreadable"));
            return;
        }
        // Only its own device can take an event back.
        boolean taken = withdrawn.contains(event.device() + ' ' + event.hash());
        String reason = wrong(event, observation);
        if (observation instanceof Observation.Departed departed
                && !taken
                && (reason == null || reason.equals(Departures.NOT_ACKNOWLEDGED))) {
            departures.count(departed);
        }
        if (reason != null) {
            unfounded.add(new DayState.Unfounded(event, reason));
            return;
        }
        switch (observation) {
            case Observation.Tallied tally -> {
                if (!taken) {
                    tallies.computeIfAbsent(party(event), p -> new TreeMap<>())
                            .merge(tally.what(), tally.number(), Long::sum);
                }
            }
            case Observation.Ticked tick -> {
                if (!taken) {
                    ticked.add(tick.item());
                }
            }
            case Observation.Closed c -> closed.add(event.device());
            case Observation.Met m -> {}
            case Observation.Acknowledged a -> {}
            case Observation.Departed d -> {}
            case Observation.Withdrawn w -> {}
            case Observation.OnPaper nested -> throw new IllegalStateException("paper in paper was taken off before");
            case Observation.Substituted s -> {
                Entry entry = new Entry(event, s, paper, taken);
                of(s.subject()).keep(entry);
                of(s.reserve()).keep(entry);
                if (!taken) {
                    of(s.subject()).replacedBy(s.reserve());
                    of(s.reserve()).insteadOf(s.subject());
                }
            }
            default -> {
                Findings about = of(subject(observation));
                about.keep(new Entry(event, observation, paper, taken));
                if (!taken) {
                    about.count(observation);
                }
            }
        }
    }

    private Findings of(String id) {
        Findings there = findings.get(id);
        if (there == null) {
            there = new Findings(id, null);
            findings.put(id, there);
        }
        return there;
    }

    private String party(SignedEvent event) {
        Roster.Device device = devices.get(event.device());
        return device == null ? "" : device.party();
    }

    /** Whom or what an observation is about; empty where it is about no single one. */
    static String subject(Observation observation) {
        return switch (observation) {
            case Observation.CheckedIn o -> o.subject();
            case Observation.Unlisted o -> o.subject();
            case Observation.Substituted o -> o.subject();
            case Observation.Stays o -> o.subject();
            case Observation.Offered o -> o.subject();
            case Observation.Accepted o -> o.subject();
            case Observation.Concluded o -> o.subject();
            case Observation.Declined o -> o.subject();
            case Observation.BagSeen o -> "bag:" + o.bag();
            case Observation.FragmentSeen o -> "bag:" + o.bag();
            default -> "";
        };
    }

    /** Why the event counts for nothing, or null. */
    private @Nullable String wrong(SignedEvent event, Observation observation) {
        String party = party(event);
        String subject = subject(observation);
        if (!subject.isEmpty() && !known(subject)) {
            return "subject.unknown";
        }
        return switch (observation) {
            case Observation.Unlisted u -> u.subject().startsWith("new:") ? null : "subject.unknown";
            case Observation.Stays s ->
                !party.equals(roster.neutral())
                        ? "stays.not-neutral"
                        : Observation.Stays.EQUAL_CODES.contains(s.code()) ? null : "stays.code";
            case Observation.Substituted s ->
                !reserve.contains(s.reserve()) || reserve.contains(s.subject())
                        ? "substitute.not-reserve"
                        : !sameSide(s) ? "substitute.other-side" : null;
            case Observation.Offered o -> gives(party, o.subject()) ? null : "act.not-giving";
            case Observation.Accepted a -> accepts(a.offer(), a.subject(), party) ? null : "act.no-offer";
            case Observation.Declined d -> accepts(d.offer(), d.subject(), party) ? null : "act.no-offer";
            case Observation.Concluded c -> concludes(c, party) ? null : "act.no-acceptance";
            case Observation.Tallied t ->
                t.number() < 0
                        ? "tally.negative"
                        : roster.parties().contains(t.what().substring(t.what().indexOf(':') + 1))
                                ? null
                                : "tally.party";
            case Observation.BagSeen b -> roster.parties().contains(b.returnsTo()) ? null : "bag.party";
            case Observation.Acknowledged a ->
                departures.wrong(a, party, event.observation() instanceof Observation.OnPaper);
            case Observation.Departed d -> departures.wrong(d, party);
            default -> null;
        };
    }

    private boolean known(String subject) {
        return people.containsKey(subject)
                || subject.startsWith("bag:")
                || (subject.startsWith("new:") && unlisted.contains(subject));
    }

    private boolean sameSide(Observation.Substituted s) {
        Roster.Expected out = people.get(s.subject());
        Roster.Expected in = people.get(s.reserve());
        return out != null && in != null && out.returnsTo().equals(in.returnsTo());
    }

    private boolean gives(String party, String subject) {
        Roster.Expected expected = people.get(subject);
        return roster.parties().contains(party)
                && (expected == null || !expected.returnsTo().equals(party));
    }

    private boolean accepts(String offer, String subject, String party) {
        SignedEvent offered = acts.get(offer);
        return offered != null
                && plain(offered) instanceof Observation.Offered o
                && o.subject().equals(subject)
                && gives(party(offered), subject)
                && roster.parties().contains(party)
                && !party(offered).equals(party);
    }

    private boolean concludes(Observation.Concluded c, String party) {
        SignedEvent accepted = acts.get(c.acceptance());
        if (accepted == null
                || !(plain(accepted) instanceof Observation.Accepted a)
                || !a.subject().equals(c.subject())
                || !accepts(a.offer(), a.subject(), party(accepted))) {
            return false;
        }
        SignedEvent offered = acts.get(a.offer());
        return offered != null && party(offered).equals(party);
    }
}
