package org.homeward.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.homeward.ledger.LogVerifier;
import org.homeward.ledger.Result;
import org.homeward.node.exchange.AgencyLink;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.exchange.Phase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 of any of the three nodes, a real process on real files, at any moment of a case: the case comes to its agreement, nothing that was
 * acknowledged is lost, nothing is done twice.
 */
class KillTest {
    private static final int CYCLES = Integer.getInteger("homeward.kill.cycles", 200);

    @TempDir
    Path temp;

    private final Random random = new Random(9);
    private final Map<String, NodeOnFiles> here = new HashMap<>();
    private final Set<String> acknowledged = new HashSet<>();
    private final Set<String> ordered = new HashSet<>();
    private Path base;
    private KillableJvm jvm;
    private Process spare;
    private int caseNumber = 1;

    @BeforeEach
    void setUp() throws Exception {
        // Killing a process loses nothing of the system's own memory, so a disk in memory is as good here as any.
        Path memory = Path.of("/dev/shm");
        base = Files.isWritable(memory) ? Files.createTempDirectory(memory, "homeward-kill") : temp;
        NodeOnFiles.setUp(base);
        jvm = KillableJvm.make(temp, base, KilledNode.class);
        spare = jvm.start();
    }

    @AfterEach
    void tearDown() throws IOException {
        here.values().forEach(NodeOnFiles::close);
        if (spare != null) {
            spare.destroyForcibly();
        }
        if (!base.equals(temp)) {
            try (var files = Files.walk(base)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(f -> f.toFile().delete());
            }
        }
    }

    @Test
    void theCaseIsAgreedAndNothingLostOrDoneTwiceHoweverOftenNodesAreKilled() throws Exception {
        int[] kills = new int[3];
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            int victim = random.nextInt(3);
            killOnce(NodeOnFiles.IDS.get(victim));
            kills[victim]++;
        }
        assertThat(kills).as("each node is killed").doesNotContain(0);
        finishHere();
        int acts = 0;
        for (int i = 1; i <= caseNumber; i++) {
            acts += sound("case-" + i);
        }
        System.out.println("killed: " + CYCLES + " times (agency " + kills[0] + ", bureaus " + kills[1] + " and "
                + kills[2] + "), " + caseNumber + " cases agreed, " + acts + " acts, " + acknowledged.size()
                + " acknowledged");
        assertThat(ordered).as("nothing that was acknowledged is lost").containsAll(acknowledged);
        assertThat(acts - acknowledged.size())
                .as("at most one act a kill without its acknowledgement")
                .isBetween(0, CYCLES);
    }

    /** One node in a process of its own, the others here; the process dies somewhere on its way. */
    private void killOnce(String victim) throws Exception {
        Process process = spare;
        spare = jvm.start();
        int[] linesToLive = {1 + random.nextInt(16)};
        long more = random.nextInt(3_000_000);
        Wire wire = new Wire(process.getInputStream(), process.getOutputStream(), () -> {
            if (--linesToLive[0] == 0) {
                // In the middle of what it was just asked, or a moment later.
                Thread.startVirtualThread(() -> {
                    LockSupport.parkNanos(more);
                    process.toHandle().destroyForcibly();
                });
            }
        });
        Wire.Handler far = (method, body) ->
                wire.call(method, body, (asked, of) -> here.get("med").handle(asked, of));
        AgencyLink link = NodeOnFiles.over(
                victim.equals("med") ? far : (method, body) -> here.get("med").handle(method, body));
        try {
            openHere(victim, link);
            far.handle("open", victim + " " + "case-" + caseNumber);
            while (true) {
                String id = NodeOnFiles.IDS.get(random.nextInt(3));
                String done =
                        id.equals(victim) ? far.handle("act", "") : here.get(id).act();
                if (!done.isEmpty()) {
                    acknowledged.add(done);
                }
                if (agreedHere() && far.handle("phase", "").equals(Phase.AGREED.name())) {
                    caseNumber++;
                    openHere(victim, link);
                    far.handle("open", victim + " " + "case-" + caseNumber);
                }
            }
        } catch (Wire.Dead killed) {
            process.waitFor();
        }
    }

    private void openHere(String but, AgencyLink link) throws IOException {
        here.values().forEach(NodeOnFiles::close);
        here.clear();
        for (String id : NodeOnFiles.IDS) {
            if (!id.equals(but)) {
                here.put(id, new NodeOnFiles(base, id, "case-" + caseNumber, link));
            }
        }
    }

    private boolean agreedHere() {
        return here.values().stream().allMatch(node -> node.node.state().phase() == Phase.AGREED);
    }

    private void finishHere() throws IOException {
        openHere("nobody", NodeOnFiles.over((method, body) -> here.get("med").handle(method, body)));
        while (!agreedHere()) {
            for (String id : NodeOnFiles.IDS) {
                String done = here.get(id).act();
                if (!done.isEmpty()) {
                    acknowledged.add(done);
                }
            }
        }
        here.get("med").publish();
        here.values().forEach(NodeOnFiles::close);
        here.clear();
    }

    /**
     * A case goes on after its agreement, and a bureau may have been elsewhere: when it is back it hands in what was in flight and fetches
     * what it lacks. Twice, since what the second hands in the first has not seen.
     */
    private void fetchTheRest(String caseId) throws IOException {
        try (NodeOnFiles med = new NodeOnFiles(base, "med", caseId, NodeOnFiles.over((m, b) -> {
            throw new IOException("away");
        }))) {
            for (String id : List.of("aa", "bb", "aa", "bb")) {
                try (NodeOnFiles node = new NodeOnFiles(base, id, caseId, NodeOnFiles.over(med::handle))) {
                    node.node.synchronise();
                }
            }
        }
    }

    /** Opens a case again from its files; the number of its acts. */
    private int sound(String caseId) throws IOException {
        fetchTheRest(caseId);
        List<String> order = List.of();
        for (String id : NodeOnFiles.IDS) {
            try (NodeOnFiles node = new NodeOnFiles(base, id, caseId, NodeOnFiles.over((m, b) -> {
                throw new IOException("away");
            }))) {
                List<String> digests = new ArrayList<>();
                for (Envelope envelope : node.node.envelopes()) {
                    digests.add(envelope.digest());
                }
                assertThat(node.node.state().phase()).as(caseId + " at " + id).isEqualTo(Phase.AGREED);
                assertThat(digests).as("nothing twice").doesNotHaveDuplicates();
                if (id.equals("med")) {
                    order = digests;
                    node.publish();
                } else {
                    assertThat(digests).as("one order at all three").isEqualTo(order);
                }
            }
        }
        assertThat(LogVerifier.verify(
                        base.resolve("med").resolve(caseId).resolve("joint"),
                        List.of(NodeOnFiles.identity(base, "med").logKey(caseId).verifier()),
                        Optional.empty(),
                        Optional.empty()))
                .as("the joint log is sound to a verifier that knows only its key")
                .matches(Result::accepted);
        ordered.addAll(order);
        return order.size();
    }
}
