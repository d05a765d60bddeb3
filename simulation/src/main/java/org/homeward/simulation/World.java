package org.homeward.simulation;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.homeward.node.exchange.Batch;
import org.homeward.node.exchange.ExchangeNode;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.node.exchange.Surroundings;
import org.homeward.node.release.ReleaseGate;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.OrderHead;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Participants.Officer;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.exchange.Refusal;
import org.jspecify.annotations.Nullable;

/** One case among three nodes: every {@link #step} one thing happens, and then the invariants are checked. */
final class World {
    static final String CASE = "simulated";
    private static final String AGENCY = "med";

    private final Seeded random;
    private final SimClock clock;
    private final Counts counts;
    private final Map<String, NodeIdentity> identities = new HashMap<>();
    private final Map<String, SigningKey> officers = new TreeMap<>();
    private final Map<String, SimDisk> disks = new HashMap<>();
    private final Map<String, SimLine> lines = new HashMap<>();
    private final Map<String, @Nullable ExchangeNode> nodes = new TreeMap<>();
    private final Participants participants;
    private final Sticks sticks;
    private final People people;
    private final Curious curious;
    private final Invariants invariants;

    World(Seeded random, SimClock clock, Counts counts) {
        this.random = random;
        this.clock = clock;
        this.counts = counts;
        this.participants = new Participants(enrol(AGENCY), List.of(enrol("aa"), enrol("bb")));
        this.sticks = new Sticks(random, clock, counts);
        this.invariants = new Invariants(of(identities, AGENCY), counts);
        this.people = new People(random, clock, counts, participants, officers, invariants);
        this.curious = new Curious(random, participants, counts);
        for (Participant p : participants.all()) {
            disks.put(p.id(), new SimDisk());
            lines.put(p.id(), new SimLine(() -> nodes.get(AGENCY), random, clock, counts));
            start(p.id());
        }
    }

    private Participant enrol(String id) {
        NodeIdentity identity = NodeIdentity.generate(id, random);
        identities.put(id, identity);
        List<Officer> enrolled = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            SigningKey key = SigningKey.generate(random);
            officers.put(id + "-" + i, key);
            enrolled.add(new Officer(id + "-" + i, "Officer " + i, "HEAD", key.publicText()));
        }
        return identity.card(CASE, id.equals(AGENCY), id, enrolled);
    }

    static <T> T of(Map<String, T> map, String id) {
        T value = map.get(id);
        if (value == null) {
            throw new IllegalStateException(id);
        }
        return value;
    }

    private void start(String id) {
        SimDisk disk = of(disks, id);
        disk.powerOn();
        Surroundings around = new Surroundings(clock, random, new ReleaseGate());
        try {
            nodes.put(
                    id,
                    id.equals(AGENCY)
                            ? ExchangeNode.agency(CASE, of(identities, id), participants, disk, disk.jointLog(), around)
                            : ExchangeNode.bureau(CASE, of(identities, id), participants, disk, of(lines, id), around));
        } catch (IOException e) {
            throw new Broken("a node starts again after any stop: " + e.getMessage());
        }
    }

    /** Whether the lists were amended and both sides have their people back, and all three nodes know it. */
    boolean over() {
        for (Participant p : participants.all()) {
            ExchangeNode node = nodes.get(p.id());
            if (node == null || !Script.over(node.state())) {
                return false;
            }
        }
        return true;
    }

    /** Digest of the agency's envelopes, for comparing replays. */
    String hash() {
        StringBuilder all = new StringBuilder();
        for (Envelope envelope : of(disks, AGENCY).from(0, Integer.MAX_VALUE)) {
            all.append(envelope.digest());
        }
        return Bytes.hex(Bytes.sha256(Bytes.utf8(all.toString())));
    }

    void step() {
        clock.pass(Duration.ofMinutes(1L + random.nextInt(600)));
        String id = participants.all().get(random.nextInt(3)).id();
        ExchangeNode node = nodes.get(id);
        if (node == null) {
            counts.add(Happening.RESTART);
            start(id);
        } else {
            try {
                Optional<Runnable> stick = sticks.arrived(id, node);
                if (stick.isPresent()) {
                    stick.get().run();
                } else {
                    happen(id, node);
                }
            } catch (SimDisk.PowerCut cut) {
                stop(id);
            } catch (IOException expected) {
                // The line broke, or the agency's lie was found; the next step tries again.
            }
        }
        if (nodes.get(AGENCY) != null && of(disks, AGENCY).stopped()) {
            // The agency stopped while another node was talking to it.
            stop(AGENCY);
        }
        invariants.check(
                of(disks, AGENCY).from(0, Integer.MAX_VALUE),
                participants.parties().stream()
                        .map(p -> of(disks, p.id()).from(0, Integer.MAX_VALUE))
                        .toList());
        Map<String, Integer> sizes = new HashMap<>();
        disks.forEach((one, disk) -> sizes.put(one, disk.size()));
        Invariants.sameCase(nodes, sizes);
        invariants.accounts(nodes.get(AGENCY), of(sizes, AGENCY));
    }

    private void stop(String id) {
        nodes.put(id, null);
        counts.add(Happening.POWER_CUT);
    }

    private void happen(String id, ExchangeNode node) throws IOException {
        switch (random.nextInt(14)) {
            case 0 -> of(disks, id).cutAfter(random.nextInt(4));
            case 1 -> {
                of(lines, id).cut(Duration.ofHours(1L + random.nextInt(48)));
                counts.add(Happening.LINE_CUT);
            }
            case 2 -> lie(id, node);
            case 3 -> nodes.put(id, null);
            case 4 -> node.synchronise();
            case 5, 6 -> carry(id, node);
            case 7 -> pry(id, node);
            default -> people.act(id, node, of(identities, id));
        }
    }

    private void lie(String id, ExchangeNode node) throws IOException {
        SimLine line = of(lines, id);
        line.lie(true);
        try {
            node.synchronise();
        } catch (IOException found) {
            if (line.lied()) {
                counts.add(Happening.LIE_FOUND);
            }
        } finally {
            line.lie(false);
        }
    }

    private void carry(String id, ExchangeNode node) throws IOException {
        List<String> others = participants.all().stream()
                .map(Participant::id)
                .filter(other -> !other.equals(id))
                .toList();
        String to = others.get(random.nextInt(others.size()));
        sticks.make(node, to, to.equals(AGENCY));
    }

    private void pry(String id, ExchangeNode node) throws IOException {
        ExchangeNode agency = nodes.get(AGENCY);
        if (id.equals(AGENCY)) {
            return;
        }
        String other = participants.other(id).id();
        curious.guess(node, other);
        if (agency != null) {
            try {
                curious.speakAs(other, of(identities, id), node.state(), agency, officers, clock.instant());
            } catch (SimDisk.PowerCut ofTheAgency) {
                // The step sees that its disk stopped.
            }
        }
    }

    /** The agency, at the end, signs another order of the acts that a bureau has: the bureau refuses it and keeps the proof. */
    void twoOrders() throws IOException {
        ExchangeNode bureau = nodes.get("aa");
        if (bureau == null) {
            return;
        }
        List<Envelope> acts = new ArrayList<>(bureau.envelopes());
        int at = random.nextInt(acts.size() - 1);
        java.util.Collections.swap(acts, at, at + 1);
        String chain = OrderHead.START;
        for (Envelope act : acts) {
            chain = OrderHead.next(chain, act.digest());
        }
        OrderHead lie =
                OrderHead.sign(CASE, acts.size(), chain, of(identities, AGENCY).signing());
        of(disks, "aa").powerOn();
        Refusal.Code code =
                bureau.take(0, new Batch(acts, lie)).map(Refusal::code).orElse(null);
        if (code != Refusal.Code.TWO_ORDERS
                || of(disks, "aa").refused().stream().noneMatch(r -> r.code().equals("TWO_ORDERS"))) {
            throw new Broken("two orders under the agency's signature are found and kept as proof");
        }
        counts.add(Happening.TWO_ORDERS_FOUND);
    }
}
