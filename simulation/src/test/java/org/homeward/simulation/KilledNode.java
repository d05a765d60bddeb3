package org.homeward.simulation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** The process that is killed: it opens the node that it is told to, and does what it is asked over its standard streams. */
final class KilledNode {
    private KilledNode() {}

    public static void main(String[] args) throws IOException {
        Path base = Path.of(args[0]);
        PrintStream out = System.out;
        // What a library prints must not look like an answer.
        System.setOut(System.err);
        Wire wire = new Wire(System.in, out, () -> {});
        NodeOnFiles[] open = new NodeOnFiles[1];
        try {
            wire.serve((method, body) -> {
                if (method.equals("open")) {
                    if (open[0] != null) {
                        open[0].close();
                    }
                    String[] words = body.split(" ", -1);
                    open[0] = new NodeOnFiles(
                            base,
                            words[0],
                            words[1],
                            NodeOnFiles.over((m, b) -> wire.call(m, b, (nothing, asked) -> {
                                throw new IllegalStateException("nobody asks back");
                            })));
                    return "";
                }
                return open[0].handle(method, body);
            });
        } catch (Wire.Dead done) {
            // The test is over.
        }
    }
}
