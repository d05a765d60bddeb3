package org.homeward.simulation;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.node.exchange.ExchangeNode;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.node.exchange.Outcome;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.Approval;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Participants.Officer;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.exchange.Phase;
import org.jspecify.annotations.Nullable;

/** One case among three nodes: every {@link #step} one thing happens, and then the invariants are checked. */
final class World {
    private static final String CASE = "simulated";

    private final Seeded random;
    private final SimClock clock;
    private final Map<String, NodeIdentity> identities = new HashMap<>();
    private final Map<String, SigningKey> officers = new HashMap<>();
    private final Map<String, SimDisk> disks = new HashMap<>();
    private final Map<String, SimLine> lines = new HashMap<>();
    private final Map<String, @Nullable ExchangeNode> nodes = new HashMap<>();
    private final Participants participants;
    private final Set<String> acknowledged = new HashSet<>();
    private int checked;
    private int objections;
    int powerCuts;
    int liesFound;

    World(Seeded random, SimClock clock) {
        this.random = random;
        this.clock = clock;
        this.participants = new Participants(enrol("med"), List.of(enrol("aa"), enrol("bb")));
        for (Participant p : participants.all()) {
            disks.put(p.id(), new SimDisk());
            lines.put(p.id(), new SimLine(() -> nodes.get("med"), random, clock));
            start(p.id());
        }
    }

    private Participant enrol(String id) {
        NodeIdentity identity = NodeIdentity.generate(id, random);
        identities.put(id, identity);
        List<Officer> people = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            SigningKey key = SigningKey.generate(random);
            officers.put(id + "-" + i, key);
            people.add(new Officer(id + "-" + i, "Officer " + i, "HEAD", key.publicText()));
        }
        return identity.card(CASE, id.equals("med"), id, people);
    }

    private static <T> T of(Map<String, T> map, String id) {
        T value = map.get(id);
        if (value == null) {
            throw new IllegalStateException(id);
        }
        return value;
    }

    private void start(String id) {
        SimDisk disk = of(disks, id);
        disk.powerOn();
        try {
            nodes.put(
                    id,
                    id.equals("med")
                            ? ExchangeNode.agency(
                                    CASE, of(identities, id), participants, disk, disk.jointLog(), clock, random)
                            : ExchangeNode.bureau(
                                    CASE, of(identities, id), participants, disk, of(lines, id), clock, random));
        } catch (IOException e) {
            throw new Broken("a node starts again after any stop: " + e.getMessage());
        }
    }

    boolean agreed() {
        for (Participant p : participants.all()) {
            ExchangeNode node = nodes.get(p.id());
            if (node == null || node.state().phase() != Phase.AGREED) {
                return false;
            }
        }
        return true;
    }

    /** Digest of the agency's envelopes, for comparing replays. */
    String hash() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Envelope envelope : of(disks, "med").from(0, Integer.MAX_VALUE)) {
            all.append(envelope.digest());
        }
        return Bytes.hex(Bytes.sha256(Bytes.utf8(all.toString())));
    }

    void step() {
        clock.pass(Duration.ofMinutes(1L + random.nextInt(600)));
        String id = participants.all().get(random.nextInt(3)).id();
        ExchangeNode node = nodes.get(id);
        if (node == null) {
            start(id);
        } else {
            try {
                happen(id, node);
            } catch (SimDisk.PowerCut cut) {
                nodes.put(id, null);
                powerCuts++;
            } catch (IOException expected) {
                // The line broke, or the agency's lie was found; the next step tries again.
            }
        }
        if (nodes.get("med") != null && of(disks, "med").stopped()) {
            // The agency stopped while another node was talking to it.
            nodes.put("med", null);
            powerCuts++;
        }
        invariants();
    }

    private void happen(String id, ExchangeNode node) throws IOException {
        switch (random.nextInt(12)) {
            case 0 -> of(disks, id).cutAfter(random.nextInt(4));
            case 1 -> of(lines, id).cut(Duration.ofHours(1L + random.nextInt(48)));
            case 2 -> lie(id, node);
            case 3 -> nodes.put(id, null);
            case 4, 5 -> node.synchronise();
            default -> act(id, node);
        }
    }

    private void lie(String id, ExchangeNode node) throws IOException {
        SimLine line = of(lines, id);
        line.lie(true);
        try {
            node.synchronise();
        } catch (IOException found) {
            liesFound++;
        } finally {
            line.lie(false);
        }
    }

    private void act(String id, ExchangeNode node) throws IOException {
        boolean objects = objections < 2 && random.oneIn(6);
        Optional<Act> next = Script.next(node.state(), of(identities, id), participants, objects);
        if (next.isEmpty()) {
            node.synchronise();
            return;
        }
        Outcome drafted = node.draft(next.get());
        if (!(drafted instanceof Outcome.Waiting waiting)) {
            return;
        }
        if (objects && node.state().phase() == Phase.PROPOSED) {
            objections++;
        }
        // One clerk repeats himself, one forges; only two different people make an act.
        String first = id + "-" + (1 + random.nextInt(3));
        sign(node, waiting, first, first);
        if (random.oneIn(3)) {
            mustWait(sign(node, waiting, first, first));
        }
        if (random.oneIn(3)) {
            mustWait(sign(node, waiting, id + "-2", id.equals("aa") ? "bb-2" : "aa-2"));
        }
        for (int i = 1; i <= 3; i++) {
            String second = id + "-" + i;
            if (second.equals(first)) {
                continue;
            }
            for (int attempt = 0; attempt < 2; attempt++) {
                try {
                    if (sign(node, waiting, second, second) instanceof Outcome.Done done) {
                        acknowledged.add(done.receipt().envelope());
                    }
                    return;
                } catch (IOException lost) {
                    clock.pass(Duration.ofMinutes(5));
                }
            }
            return;
        }
    }

    private static void mustWait(Outcome outcome) {
        if (outcome instanceof Outcome.Done) {
            throw new Broken("no act with one person, none with a forged signature");
        }
    }

    private Outcome sign(ExchangeNode node, Outcome.Waiting waiting, String officer, String key) throws IOException {
        byte[] message = Approval.message(CASE, node.identity().id(), waiting.kind(), waiting.commitment());
        return node.approve(waiting.draftId(), officer, of(officers, key).sign(message));
    }

    private void invariants() {
        List<Envelope> truth = of(disks, "med").from(0, Integer.MAX_VALUE);
        Set<String> digests = new HashSet<>();
        truth.forEach(e -> digests.add(e.digest()));
        if (digests.size() != truth.size()) {
            throw new Broken("nothing happens twice");
        }
        for (String receipt : acknowledged) {
            if (!digests.contains(receipt)) {
                throw new Broken("every acknowledged act survives");
            }
        }
        for (Participant party : participants.parties()) {
            List<Envelope> seen = of(disks, party.id()).from(0, Integer.MAX_VALUE);
            if (seen.size() > truth.size() || !truth.subList(0, seen.size()).equals(seen)) {
                throw new Broken("a bureau's journal is the beginning of the agency's");
            }
        }
        for (; checked < truth.size(); checked++) {
            Envelope envelope = truth.get(checked);
            if (envelope.approvals().stream().map(Approval::officer).distinct().count() < 2) {
                throw new Broken("no act with one person");
            }
            if (envelope.kind().equals("ListRevealed")
                    && truth.subList(0, checked).stream()
                                    .filter(e -> e.kind().equals("ListSealed"))
                                    .count()
                            != 2) {
                throw new Broken("no list is shown before both are sealed");
            }
        }
        if (agreed()) {
            Object state = null;
            for (Participant p : participants.all()) {
                ExchangeNode node = nodes.get(p.id());
                if (state != null && node != null && !state.equals(node.state())) {
                    throw new Broken("all three derive the same case from the same envelopes");
                }
                state = node == null ? state : node.state();
            }
        }
    }
}
