package org.homeward.node.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.homeward.node.audit.PrivateAudit;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.node.store.Store;
import org.homeward.node.store.StoreRefusal;

/** The audit of a home: its own log against its store, beside a running node or without one. */
public final class NodeAudit {
    private NodeAudit() {}

    /** Where a home keeps the node's own log. */
    static Path log(Path home) {
        return home.resolve("log");
    }

    /**
     * Audits.
     *
     * @throws StartRefusal when the home is none, or its store cannot be opened
     * @throws IOException when the disk cannot be read
     */
    public static PrivateAudit.Report run(Path home) throws StartRefusal, IOException {
        try {
            NodeConfig config = NodeConfig.load(home);
            NodeIdentity identity = NodeIdentity.load(home)
                    .orElseThrow(() -> new StartRefusal("The key file of the node in " + home
                            + " is missing: put back the copy made when the node was set up."));
            if (!Files.isDirectory(log(home))) {
                throw new StartRefusal("The node in " + home + " has no log of its own yet: start it once.");
            }
            try (Store store = Node.store(config)) {
                return PrivateAudit.run(
                        store,
                        log(home),
                        identity.privateLogKey().verifier(),
                        identity.signing().publicText());
            }
        } catch (NodeConfig.BadConfigException | NodeIdentity.BrokenKeyException | StoreRefusal e) {
            throw new StartRefusal(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The public key of the node's own log, with which anybody checks it ({@code homeward ledger verify --key}).
     *
     * @throws StartRefusal when there is no node's key in that folder
     */
    public static String logKey(Path home) throws StartRefusal, IOException {
        try {
            return NodeIdentity.load(home)
                    .orElseThrow(() -> new StartRefusal("There is no node's key in " + home + "."))
                    .privateLogKey()
                    .verifier()
                    .vkey();
        } catch (NodeIdentity.BrokenKeyException e) {
            throw new StartRefusal(String.valueOf(e.getMessage()), e);
        }
    }
}
