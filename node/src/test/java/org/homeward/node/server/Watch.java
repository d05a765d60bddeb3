package org.homeward.node.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.node.server.Plant.Answered;
import org.homeward.node.server.Plant.Stick;
import org.homeward.protocol.crypto.Bytes;

/** All that A can observe, in order: each answer with its time and work, each stick, each file of its own machine. */
final class Watch {
    /** What A sees here is not what it saw in the other world. */
    static final class Differs extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Differs(String what) {
            super(what);
        }
    }

    final List<String> seen = new ArrayList<>();

    /** Everything that crossed to A, as bytes. */
    final List<byte[]> received = new ArrayList<>();

    private final List<String> expected;

    /** @param expected what A observed in another world; this one ends at the first thing that is not the same. Empty: it goes to its end */
    Watch(List<String> expected) {
        this.expected = expected;
    }

    void see(String what) {
        int at = seen.size();
        seen.add(what);
        if (!expected.isEmpty() && (at >= expected.size() || !expected.get(at).equals(what))) {
            throw new Differs(at + ": " + (at < expected.size() ? expected.get(at) : "nothing") + "\n" + what);
        }
    }

    void answer(String request, Answered answer) {
        see(request + " | " + answer.status + " | " + answer.headers + " | after " + answer.nanos + " ns, "
                + answer.asked + " asked | " + answer.body.length + " | " + Bytes.base64(answer.body));
        received.add(answer.body);
    }

    void stick(Stick stick, String taken) {
        see("stick " + stick.name() + " | " + stick.bytes().length + " | " + Bytes.base64(stick.bytes()) + " | "
                + taken);
        received.add(stick.bytes());
    }

    void files(Path home) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : all.sorted().toList()) {
                see(home.relativize(file)
                        + (Files.isRegularFile(file)
                                ? " " + Files.size(file) + " " + Bytes.hex(Bytes.sha256(Files.readAllBytes(file)))
                                : "/"));
            }
        }
    }

    void end() {
        if (!expected.isEmpty() && seen.size() < expected.size()) {
            throw new Differs("less than in the other world");
        }
    }
}
