package org.homeward.node.people;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.homeward.node.exchange.DurableFiles;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.exchange.Participants.Officer;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/** The people of this node, as its {@code people.json} names them. Safe for threads. */
public final class People {
    static final String FILE = "people.json";

    private final String site;
    private volatile List<Person> people;

    /** @param site host name of this node's pages, to which passkeys are bound */
    public People(String site, List<Person> people) {
        this.site = site;
        this.people = List.copyOf(people);
    }

    /** @throws IOException when the file is not there or cannot be read, in a sentence */
    public static People load(Path home, String site) throws IOException {
        Path file = home.resolve(FILE);
        if (!Files.exists(file)) {
            throw new IOException("The file " + file + " is missing: set the node up again, or put back its copy.");
        }
        try {
            return new People(site, List.of(CanonicalJson.read(Files.readAllBytes(file), Person[].class)));
        } catch (MalformedJsonException e) {
            throw new IOException("The file " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    public void save(Path home) throws IOException {
        DurableFiles.replace(home.resolve(FILE + ".new"), CanonicalJson.bytes(people), home.resolve(FILE));
    }

    /** Puts a person in, in place of the one with his id, and saves; nothing changes when it cannot be saved. */
    void put(Person person, Path home) throws IOException {
        change(home, person.id(), List.of(person));
    }

    void remove(String id, Path home) throws IOException {
        change(home, id, List.of());
    }

    private synchronized void change(Path home, String id, List<Person> instead) throws IOException {
        List<Person> changed = new ArrayList<>(people);
        changed.removeIf(p -> p.id().equals(id));
        changed.addAll(instead);
        new People(site, changed).save(home);
        people = List.copyOf(changed);
    }

    public Optional<Person> find(String id) {
        return people.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** The person whose passkey has this id. */
    public Optional<Person> byPasskey(String credential) {
        return people.stream()
                .filter(p -> p.passkeys().stream().anyMatch(k -> k.id().equals(credential)))
                .findFirst();
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
    public List<Officer> officers() {
        return people.stream()
                .filter(p -> p.role().acts())
                .map(p -> new Officer(p.id(), p.name(), p.role().name(), p.key(site)))
                .toList();
    }

    public List<Person> all() {
        return people;
    }

    /** What is stored of a token. Tokens are 256 random bits, so that a plain hash cannot be tried out. */
    public static String hash(String token) {
        return Bytes.hex(Bytes.sha256(Bytes.utf8("homeward/token/1\n" + token)));
    }
}
