package org.homeward.node.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.homeward.node.exchange.DurableFiles;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/** The invitations of this node, in its {@code invitations.json}; none where the file is not there. Its owner locks. */
final class Invitations {
    static final String FILE = "invitations.json";

    private final Path home;
    private List<Invitation> all;

    Invitations(Path home) throws IOException {
        this.home = home;
        Path file = home.resolve(FILE);
        try {
            all = Files.exists(file)
                    ? List.of(CanonicalJson.read(Files.readAllBytes(file), Invitation[].class))
                    : List.of();
        } catch (MalformedJsonException e) {
            throw new IOException("The file " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    List<Invitation> all() {
        return all;
    }

    /** Puts an invitation in, in place of the one with its id. */
    void put(Invitation invitation) throws IOException {
        change(invitation.id(), List.of(invitation));
    }

    void remove(String id) throws IOException {
        change(id, List.of());
    }

    private void change(String id, List<Invitation> instead) throws IOException {
        List<Invitation> changed = new ArrayList<>(all);
        changed.removeIf(i -> i.id().equals(id));
        changed.addAll(instead);
        DurableFiles.replace(home.resolve(FILE + ".new"), CanonicalJson.bytes(changed), home.resolve(FILE));
        all = List.copyOf(changed);
    }
}
