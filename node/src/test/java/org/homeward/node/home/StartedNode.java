package org.homeward.node.home;

import java.nio.file.Path;
import org.homeward.node.server.Node;
import org.homeward.node.server.StartRefusal;

/** A node in a process of its own: says "started" and runs until it is killed, or says why it does not start. */
final class StartedNode {
    private StartedNode() {}

    public static void main(String[] args) throws Exception {
        try (Node node = Node.start(Path.of(args[0]))) {
            System.out.println("started");
            Thread.currentThread().join();
        } catch (StartRefusal e) {
            System.out.println("refused " + e.getMessage());
        }
    }
}
