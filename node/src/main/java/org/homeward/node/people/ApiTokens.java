package org.homeward.node.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.node.exchange.DurableFiles;
import org.homeward.node.people.PeopleDesk.No;
import org.homeward.node.people.PeopleDesk.Refused;
import org.homeward.node.people.PeopleDesk.Signed;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/**
 * The tokens of the programs of this node's people, in {@code tokens.json}: only their hashes. Whoever makes one signs that with his passkey;
 * ending one needs no signature. Safe for threads.
 */
public final class ApiTokens {
    static final String FILE = "tokens.json";

    private static final int SECRET = 32;
    private static final int LONGEST_LABEL = 60;

    private final Path home;
    private final People people;
    private final PeopleDesk desk;
    private final Clock clock;
    private final SecureRandom random;
    private volatile List<ApiToken> all;

    /** @throws IOException when the file cannot be read, in a sentence */
    public ApiTokens(Path home, People people, PeopleDesk desk, Clock clock, SecureRandom random) throws IOException {
        this.home = home;
        this.people = people;
        this.desk = desk;
        this.clock = clock;
        this.random = random;
        Path file = home.resolve(FILE);
        try {
            all = Files.exists(file)
                    ? List.of(CanonicalJson.read(Files.readAllBytes(file), ApiToken[].class))
                    : List.of();
        } catch (MalformedJsonException e) {
            throw new IOException(
                    "The file " + file + " cannot be read: " + e.getMessage() + ". Delete it: all tokens then end.", e);
        }
    }

    /** A token as it is shown, once. */
    public record Made(ApiToken token, String secret) {}

    /** Whose program asks, and what it may do. */
    public record Program(Person person, ApiToken.Rights rights) {}

    /** The values of the text that is signed for a new token. */
    public static Map<String, String> values(
            String nonce, String person, String label, ApiToken.Rights rights, int days) {
        return Map.of(
                "nonce", nonce,
                "person", person,
                "label", label.strip(),
                "rights", rights.name(),
                "days", String.valueOf(days));
    }

    /** Makes one; the text is {@code text("token", values)}, signed by a passkey of that person. */
    public synchronized Made make(
            String personId, String label, ApiToken.Rights rights, int days, Signed signed, String nonce)
            throws Refused, IOException {
        String called = label.strip();
        if (called.isEmpty()
                || called.length() > LONGEST_LABEL
                || !called.matches("[\\p{L}\\p{N} .,:/()-]+")
                || days < 1
                || days > ApiToken.MOST_DAYS) {
            throw new Refused(No.NAME);
        }
        if (of(personId).size() >= ApiToken.MOST) {
            throw new Refused(No.PASSKEY);
        }
        desk.sign(personId, desk.text("token", values(nonce, personId, called, rights, days)), signed);
        byte[] secret = new byte[SECRET];
        random.nextBytes(secret);
        String shown = ApiToken.PREFIX + Bytes.hex(secret);
        Instant now = clock.instant();
        ApiToken token = new ApiToken(
                desk.nonce().substring(0, 8),
                personId,
                called,
                rights,
                People.hash(shown),
                now.toString(),
                now.plus(Duration.ofDays(days)).toString());
        List<ApiToken> changed = new ArrayList<>(good(now));
        changed.add(token);
        save(changed);
        return new Made(token, shown);
    }

    /** Ends one of a person's own at once. @return whether it was there */
    public synchronized boolean end(String personId, String id) throws IOException {
        List<ApiToken> changed = new ArrayList<>(all);
        boolean there = changed.removeIf(t -> t.id().equals(id) && t.person().equals(personId));
        if (there) {
            save(changed);
        }
        return there;
    }

    /** Those of a person that are good, the oldest first. */
    public List<ApiToken> of(String personId) {
        return good(clock.instant()).stream()
                .filter(t -> t.person().equals(personId))
                .toList();
    }

    /** Whose program this token lets in: a person who is still enrolled. Every stored hash is compared, each in constant time. */
    public Optional<Program> program(String token) {
        byte[] hash = Bytes.utf8(People.hash(token));
        ApiToken found = null;
        for (ApiToken each : good(clock.instant())) {
            if (MessageDigest.isEqual(hash, Bytes.utf8(each.hash()))) {
                found = each;
            }
        }
        ApiToken good = found;
        return good == null
                ? Optional.empty()
                : people.find(good.person()).map(person -> new Program(person, good.rights()));
    }

    private List<ApiToken> good(Instant now) {
        return all.stream().filter(t -> t.isGood(now)).toList();
    }

    private void save(List<ApiToken> changed) throws IOException {
        DurableFiles.replace(home.resolve(FILE + ".new"), CanonicalJson.bytes(changed), home.resolve(FILE));
        all = List.copyOf(changed);
    }
}
