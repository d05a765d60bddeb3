package org.homeward.node.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.homeward.ledger.KeyType;
import org.homeward.ledger.NoteSigner;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SealingKey;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.crypto.TransportKey;
import org.homeward.protocol.exchange.Participants.Officer;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/**
 * A node's name and keys, kept in one file that only its owner may read.
 *
 * @param transport the key and certificate by which the node is known on a line
 * @param ledger the key of the joint log (at the agency) or of this node's witness (at a bureau)
 */
public record NodeIdentity(
        String id, SigningKey signing, SealingKey sealing, SigningKey ledger, TransportKey transport) {
    private static final String FILE = "identity.json";

    private record Stored(
            int v,
            String id,
            String signing,
            String sealing,
            String ledger,
            String transport,
            String certificate,
            String check) {}

    public static NodeIdentity generate(String id, SecureRandom random) {
        return new NodeIdentity(
                id,
                SigningKey.generate(random),
                SealingKey.generate(random),
                SigningKey.generate(random),
                TransportKey.generate(id, random));
    }

    /** The key under which the agency keeps the case's joint log. */
    public NoteSigner logKey(String caseId) {
        return ledgerKey(caseId, KeyType.ED25519);
    }

    /** The key with which a bureau co-signs the case's joint log. */
    public NoteSigner witnessKey(String caseId) {
        return ledgerKey(caseId, KeyType.COSIGNATURE_V1);
    }

    /** The key under which the node keeps its own log. Its name is no case's: a case's id has no capital. */
    public NoteSigner privateLogKey() {
        return ledgerKey("OWN", KeyType.ED25519);
    }

    // A witness knows a log by its name, so that every case's log has a name of its own.
    private NoteSigner ledgerKey(String caseId, KeyType type) {
        return NoteSigner.ofSeed("homeward/" + caseId + "/" + id, type, Bytes.fromBase64(ledger.privateText()))
                .get();
    }

    /** How the others enrol this node in a case. */
    public Participant card(String caseId, boolean agency, String name, List<Officer> officers) {
        NoteSigner key = agency ? logKey(caseId) : witnessKey(caseId);
        return new Participant(
                id,
                name,
                signing.publicText(),
                sealing.publicText(),
                key.verifier().vkey(),
                transport.fingerprint(),
                officers);
    }

    /** The identity in that folder, or empty where none was made yet. */
    public static Optional<NodeIdentity> load(Path home) throws IOException, BrokenKeyException {
        Path file = home.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Stored stored = CanonicalJson.read(Files.readAllBytes(file), Stored.class);
            NodeIdentity identity = new NodeIdentity(
                    stored.id(),
                    SigningKey.fromPrivateText(stored.signing()),
                    SealingKey.fromPrivateText(stored.sealing()),
                    SigningKey.fromPrivateText(stored.ledger()),
                    TransportKey.fromTexts(stored.transport(), stored.certificate()));
            if (!identity.check().equals(stored.check())) {
                throw new BrokenKeyException(file);
            }
            return Optional.of(identity);
        } catch (MalformedJsonException | IllegalArgumentException e) {
            throw new BrokenKeyException(file);
        }
    }

    /** Writes the identity, whole or not at all, readable by its owner only. */
    public void save(Path home) throws IOException {
        byte[] bytes = CanonicalJson.bytes(new Stored(
                2,
                id,
                signing.privateText(),
                sealing.privateText(),
                ledger.privateText(),
                transport.privateText(),
                transport.certificateText(),
                check()));
        Path temporary = home.resolve(FILE + ".new");
        Files.deleteIfExists(temporary);
        if (Files.getFileStore(home).supportsFileAttributeView("posix")) {
            Files.createFile(
                    temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        DurableFiles.replace(temporary, bytes, home.resolve(FILE));
    }

    /** A half-written or edited key file is found before it signs anything. */
    private String check() {
        return signing.sign(CanonicalJson.bytes(List.of(
                id,
                signing.publicText(),
                sealing.publicText(),
                ledger.publicText(),
                transport.privateText(),
                transport.certificateText())));
    }

    /** The key file cannot be used. */
    public static final class BrokenKeyException extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenKeyException(Path file) {
            super("The key file " + file
                    + " is damaged or was edited: put back the copy made when the node was set up.");
        }
    }
}
