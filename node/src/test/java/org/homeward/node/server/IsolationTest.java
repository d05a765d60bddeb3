package org.homeward.node.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.homeward.node.release.OpenGate;
import org.homeward.node.release.ReleaseGate;
import org.homeward.protocol.exchange.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two worlds: the same acts, and other data at B and in a case that is none of A's. Every byte that A can observe is the same; and one
 * mistake anywhere, of many kinds, makes it differ.
 */
class IsolationTest {
    @TempDir(factory = InMemory.class)
    Path home;

    /** What the gate alone would have stopped: values that are not of the form of their member. */
    private static final Set<Leak> STOPPED_BY_THE_GATE = EnumSet.of(
            Leak.MEDICAL_IN_THE_DOCTORS_WORDS,
            Leak.HELD_SINCE_WITH_PLACE,
            Leak.TOKEN_THAT_IS_THE_ROWS_KEY,
            Leak.LINK_REJECTED_WITH_ITS_REASON_IN_WORDS,
            Leak.PROPOSAL_WITH_A_MEMBER_MORE);

    private record Observed(List<String> seen, Phase phase, List<String> refused) {}

    private Observed observe(int number, Plant plant, ReleaseGate gate, List<String> expected) throws IOException {
        try (IsolationWorld world =
                new IsolationWorld(home.resolve("world" + number), new Hidden(number), plant, gate, expected)) {
            world.run();
            return new Observed(world.watch.seen, world.phase(), world.refused);
        }
    }

    @Test
    void whateverBKeepsBackAObservesTheSame() throws IOException {
        Observed one = observe(0, Plant.NONE, new ReleaseGate(), List.of());
        assertThat(one.refused()).isEmpty();
        assertThat(one.phase()).as("a whole case").isEqualTo(Phase.AGREED);
        assertThat(one.seen()).as("requests, sticks and files").hasSizeGreaterThan(150);
        for (int other : new int[] {1, 2, 5, 11}) {
            assertThat(observe(other, Plant.NONE, new ReleaseGate(), one.seen()))
                    .as("world " + other)
                    .isEqualTo(one);
        }
    }

    /** Behind an open gate, so that it is the observation that finds the leak, and not the gate that stops it. */
    @ParameterizedTest
    @EnumSource
    void everyLeakIsSeen(Leak leak) throws IOException {
        OpenGate gate = new OpenGate();
        Observed one = observe(0, leak.plant, gate, List.of());
        assertThatThrownBy(() -> observe(1, leak.plant, gate, one.seen()))
                .as(leak.name())
                .isInstanceOf(Watch.Differs.class);
        assertThat(gate.wouldStop()).as("the gate alone").isEqualTo(STOPPED_BY_THE_GATE.contains(leak));
    }

    @Test
    void thereAreMoreLeaksThanTheFortyFiveThatThePaperPlants() {
        assertThat(Leak.values()).hasSizeGreaterThanOrEqualTo(45);
    }

    /** On the meter of the agency's work, and on its beat: not on a machine's clock. */
    @Test
    void everyAnswerLeavesOnTheBeatWhateverWasAskedFor() throws IOException {
        Observed one = observe(0, Plant.NONE, new ReleaseGate(), List.of());
        List<String> answers =
                one.seen().stream().filter(line -> line.contains(" asked | ")).toList();
        assertThat(answers).hasSizeGreaterThan(100).allSatisfy(line -> {
            long nanos = Long.parseLong(line.replaceAll("(?s).* after ([0-9]+) ns.*", "$1"));
            assertThat(nanos % SteadyDoor.BEAT.toNanos()).isZero();
        });
    }

    /** The same answer, after the same work, for a case that is none of A's and for one that is not there. */
    @Test
    void aStrangersCaseAndNoCaseAreAnsweredAlike() throws IOException {
        Observed one = observe(0, Plant.NONE, new ReleaseGate(), List.of());
        assertThat(answers(one, "/peer/cases/case-2/batch?from=0"))
                .isNotEmpty()
                .isEqualTo(answers(one, "/peer/cases/case-9/batch?from=0"));
    }

    private static List<String> answers(Observed observed, String path) {
        return observed.seen().stream()
                .filter(line -> line.startsWith("GET " + path + " "))
                .map(line -> line.substring(line.indexOf(" | ")))
                .toList();
    }
}
