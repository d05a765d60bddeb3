package org.homeward.node.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.homeward.node.exchange.DurableFiles;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.exchange.Participants.Officer;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/** The people of this node, as its {@code people.json} names them. Immutable. */
public final class People {
    static final String FILE = "people.json";

    private final List<Person> people;

    public People(List<Person> people) {
        this.people = List.copyOf(people);
    }

    /** @throws IOException when the file is not there or cannot be read, in a sentence */
    static People load(Path home) throws IOException {
        Path file = home.resolve(FILE);
        if (!Files.exists(file)) {
            throw new IOException("The file " + file + " is missing: set the node up again, or put back its copy.");
        }
        try {
            return new People(List.of(CanonicalJson.read(Files.readAllBytes(file), Person[].class)));
        } catch (MalformedJsonException e) {
            throw new IOException("The file " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    void save(Path home) throws IOException {
        DurableFiles.replace(home.resolve(FILE + ".new"), CanonicalJson.bytes(people), home.resolve(FILE));
    }

    public Optional<Person> find(String id) {
        return people.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** The person whose token this is. Every stored hash is compared in constant time, so that none can be felt for. */
    public Optional<Person> byToken(String token) {
        byte[] hash = hash(token).getBytes(StandardCharsets.US_ASCII);
        Person found = null;
        for (Person person : people) {
            if (MessageDigest.isEqual(hash, person.tokenHash().getBytes(StandardCharsets.US_ASCII))) {
                found = person;
            }
        }
        return Optional.ofNullable(found);
    }

    /** Those whose signatures count in a case. */
    List<Officer> officers() {
        return people.stream()
                .filter(p -> p.role().acts())
                .map(p -> new Officer(p.id(), p.name(), p.role().name(), p.publicKey()))
                .toList();
    }

    public List<Person> all() {
        return people;
    }

    /** What is stored of a token. Tokens are 256 random bits, so that a plain hash cannot be tried out. */
    static String hash(String token) {
        return Bytes.hex(Bytes.sha256(Bytes.utf8("homeward/token/1\n" + token)));
    }
}
