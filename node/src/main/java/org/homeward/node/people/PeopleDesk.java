package org.homeward.node.people;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.PersonKey;
import org.homeward.protocol.json.CanonicalJson;

/**
 * Lets people in, and lets them let others in. Whoever does something signs a text that says what, with his passkey:
 *
 * <ul>
 *   <li>the set-up of a node invites its head, with a code on paper;
 *   <li>whoever has a code enrols with a passkey of his own ({@link #enrol});
 *   <li>a person who acts in cases invites; another one confirms, and then there is a code. As long as only one such person is
 *       enrolled, he alone invites: there is nobody to confirm;
 *   <li>a person adds a passkey with one that he has;
 *   <li>a head takes a person off at once, alone: closing a door must not wait for a second hand.
 * </ul>
 *
 * <p>A text holds a number ({@code nonce}) that the session of the asking page was given for it and gives back once, so that no signature
 * serves twice. Safe for threads.
 */
public final class PeopleDesk {
    /** How long a code on paper can be used. */
    public static final Duration CODE = Duration.ofHours(48);

    /** In a text to sign, the place of a key that the browser has yet to make. */
    public static final String NEW_KEY = "NEW-KEY";

    private static final int MOST_INVITATIONS = 100;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_ID = 1400;

    private final String node;
    private final String site;
    private final Path home;
    private final People people;
    private final Invitations invitations;
    private final PeopleLog log;
    private final Clock clock;
    private final SecureRandom random;

    /** @throws IOException when the invitations cannot be read, in a sentence */
    public PeopleDesk(String node, String site, Path home, People people, Clock clock, SecureRandom random)
            throws IOException {
        this.node = node;
        this.site = site;
        this.home = home;
        this.people = people;
        this.clock = clock;
        this.random = random;
        invitations = new Invitations(home);
        log = new PeopleLog(home);
    }

    /** A signature that a browser brought: which passkey, its public key where it is new, and what it signed. */
    public record Signed(String credential, String point, String signature) {}

    /** Why something was not done. */
    public enum No {
        /** The code is wrong, was used, or has ended. */
        CODE,
        /** The signature is not that of this person's passkey over this text. */
        SIGNATURE,
        /** The name is empty, too long, or holds signs that nobody sees. */
        NAME,
        /** Not for this role, or the same person would be the second one. */
        NOT_YOURS,
        /** The passkey is here already, or there are too many. */
        PASSKEY,
        /** What it was about is not there any more. */
        GONE
    }

    /** Something was not done. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final No why;

        Refused(No why) {
            super(why.name());
            this.why = why;
        }

        public No why() {
            return why;
        }
    }

    public String site() {
        return site;
    }

    /** A number for one text. */
    public String nonce() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Bytes.hex(bytes);
    }

    /** The text that a person signs: what it is about, this node, and the values by name. */
    public String text(String act, Map<String, String> values) {
        Map<String, String> all = new TreeMap<>(values);
        all.put("purpose", "homeward/people/1");
        all.put("act", act);
        all.put("node", node);
        return new String(CanonicalJson.bytes(all), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Whom a passkey signs in; the text is {@code text("sign-in", {nonce})}. */
    public synchronized Optional<Person> signIn(Signed signed, String nonce) {
        return people.byPasskey(signed.credential())
                .filter(p ->
                        !nonce.isEmpty() && verifies(p, text("sign-in", Map.of("nonce", nonce)), signed.signature()));
    }

    /** What waits for the code, while it may be used. */
    public synchronized Optional<Invitation> invitation(String code) {
        String hash = Invitation.hash(code);
        Instant now = clock.instant();
        return invitations.all().stream()
                .filter(i -> i.isOpen(now) && i.codeHash().equals(hash))
                .findFirst();
    }

    /**
     * Enrols the person whom the code invites; the text is {@code text("enrol", {nonce, person, name, role, key: NEW_KEY})}, with the key
     * itself where it says so, signed by the new key.
     *
     * @param name for the first person, who names himself; others have the name of their invitation
     */
    public synchronized Person enrol(String code, String name, Signed signed, String nonce)
            throws Refused, IOException {
        Invitation invitation = invitation(code).orElseThrow(() -> new Refused(No.CODE));
        String called = invitation.invitedBy().isEmpty() ? checked(name) : invitation.name();
        if (people.find(invitation.id()).isPresent()) {
            // Enrolled before a crash, with the invitation still there.
            invitations.remove(invitation.id());
            throw new Refused(No.CODE);
        }
        Person.Passkey passkey = passkey(signed);
        String text = text("enrol", enrolment(invitation, called, nonce)).replace(NEW_KEY, signed.point());
        Person person = new Person(invitation.id(), called, invitation.role(), "", "", List.of(passkey));
        require(person, text, signed.signature());
        note(text, person.id(), person, signed);
        people.put(person, home);
        invitations.remove(invitation.id());
        return person;
    }

    /** The values of an enrolment's text. */
    public static Map<String, String> enrolment(Invitation invitation, String name, String nonce) {
        return Map.of(
                "nonce",
                nonce,
                "person",
                invitation.id(),
                "name",
                name,
                "role",
                invitation.role().name(),
                "key",
                NEW_KEY);
    }

    /** Adds a passkey; the text is {@code text("add-key", {nonce, person, key: NEW_KEY})}, signed by the new key and by an old one. */
    public synchronized Person addPasskey(String personId, Signed added, Signed by, String nonce)
            throws Refused, IOException {
        Person person = people.find(personId).orElseThrow(() -> new Refused(No.GONE));
        if (person.passkeys().isEmpty() || person.passkeys().size() >= Person.MOST_PASSKEYS) {
            throw new Refused(No.PASSKEY);
        }
        List<Person.Passkey> passkeys = new ArrayList<>(person.passkeys());
        passkeys.add(passkey(added));
        Person next =
                new Person(person.id(), person.name(), person.role(), person.publicKey(), person.tokenHash(), passkeys);
        String text = text("add-key", Map.of("nonce", nonce, "person", personId, "key", added.point()));
        require(new Person(personId, "", person.role(), "", "", List.of(passkeys.getLast())), text, added.signature());
        require(person, text, by.signature());
        note(text, personId, person, by);
        people.put(next, home);
        return next;
    }

    /** What an invitation led to: a code to write down, shown once, or nothing yet, until a second person confirms. */
    public record Invited(Invitation invitation, Optional<String> code) {}

    /** Invites; the text is {@code text("invite", {nonce, name, role})}. */
    public synchronized Invited invite(String by, String name, Person.Role role, Signed signed, String nonce)
            throws Refused, IOException {
        Person inviter = acting(by);
        if (invitations.all().size() >= MOST_INVITATIONS) {
            throw new Refused(No.GONE);
        }
        String called = checked(name);
        String text = text("invite", Map.of("nonce", nonce, "name", called, "role", role.name()));
        require(inviter, text, signed.signature());
        Invitation invitation = new Invitation(newId(), called, role, by, "", "");
        note(text, by, inviter, signed);
        boolean alone = people.all().stream().filter(p -> p.role().acts()).count() < 2;
        Optional<String> code = alone ? Optional.of(Invitation.code(random)) : Optional.empty();
        Invitation kept =
                code.isPresent() ? invitation.with(code.get(), clock.instant().plus(CODE)) : invitation;
        invitations.put(kept);
        return new Invited(kept, code);
    }

    /** Confirms another's invitation; the text is {@code text("confirm", {nonce, person, name, role, by})}. */
    public synchronized Invited confirm(String by, String invitationId, Signed signed, String nonce)
            throws Refused, IOException {
        Person second = acting(by);
        Invitation invitation = waiting(invitationId);
        if (invitation.invitedBy().equals(by)) {
            throw new Refused(No.NOT_YOURS);
        }
        String text = text("confirm", confirmation(invitation, nonce));
        require(second, text, signed.signature());
        note(text, by, second, signed);
        String code = Invitation.code(random);
        Invitation open = invitation.with(code, clock.instant().plus(CODE));
        invitations.put(open);
        return new Invited(open, Optional.of(code));
    }

    /** The values of a confirmation's text. */
    public static Map<String, String> confirmation(Invitation invitation, String nonce) {
        return Map.of(
                "nonce", nonce,
                "person", invitation.id(),
                "name", invitation.name(),
                "role", invitation.role().name(),
                "by", invitation.invitedBy());
    }

    /** Takes a person off, or an invitation; the text is {@code text("remove", {nonce, person})}. His open sessions end. */
    public synchronized void remove(String by, String id, Signed signed, String nonce) throws Refused, IOException {
        Person head = acting(by);
        boolean invited = invitations.all().stream().anyMatch(i -> i.id().equals(id));
        if (head.role() != Person.Role.HEAD || id.equals(by)) {
            throw new Refused(No.NOT_YOURS);
        }
        if (!invited && people.find(id).isEmpty()) {
            throw new Refused(No.GONE);
        }
        String text = text("remove", Map.of("nonce", nonce, "person", id));
        require(head, text, signed.signature());
        note(text, by, head, signed);
        invitations.remove(id);
        people.remove(id, home);
    }

    /** A person's signature under a text of his own, noted in the log of people; nothing else is changed. */
    synchronized void sign(String personId, String text, Signed signed) throws Refused, IOException {
        Person person = people.find(personId).orElseThrow(() -> new Refused(No.GONE));
        require(person, text, signed.signature());
        note(text, personId, person, signed);
    }

    /** Everybody who is enrolled. */
    public List<Person> people() {
        return people.all();
    }

    /** Invitations that wait: for a second person, or with a code that may still be used. */
    public synchronized List<Invitation> invited() {
        Instant now = clock.instant();
        return invitations.all().stream()
                .filter(i -> i.codeHash().isEmpty() || i.isOpen(now))
                .toList();
    }

    private Invitation waiting(String id) throws Refused {
        return invitations.all().stream()
                .filter(i -> i.id().equals(id) && i.codeHash().isEmpty())
                .findFirst()
                .orElseThrow(() -> new Refused(No.GONE));
    }

    private Person acting(String id) throws Refused {
        return people.find(id).filter(p -> p.role().acts()).orElseThrow(() -> new Refused(No.NOT_YOURS));
    }

    private String newId() {
        byte[] bytes = new byte[4];
        random.nextBytes(bytes);
        return node + "-" + Bytes.hex(bytes);
    }

    /** The first person's invitation, made by the set-up: his code. */
    public static String first(String node, Path home, Clock clock, SecureRandom random) throws IOException {
        String code = Invitation.code(random);
        new Invitations(home)
                .put(new Invitation(node + "-head", "", Person.Role.HEAD, "", "", "")
                        .with(code, clock.instant().plus(CODE)));
        return code;
    }

    private Person.Passkey passkey(Signed signed) throws Refused {
        boolean known = people.all().stream()
                .flatMap(p -> p.passkeys().stream())
                .anyMatch(k -> k.id().equals(signed.credential()) || k.point().equals(signed.point()));
        if (known
                || !signed.credential().matches("[A-Za-z0-9_-]{1," + LONGEST_ID + "}")
                || !PersonKey.isSound("passkeys/1 " + site + " " + signed.point())) {
            throw new Refused(No.PASSKEY);
        }
        return new Person.Passkey(
                signed.credential(), signed.point(), clock.instant().toString());
    }

    private static String checked(String name) throws Refused {
        String plain = name.strip();
        boolean seen = plain.codePoints()
                .allMatch(c -> c == ' '
                        || !Character.isISOControl(c)
                                && !Character.isWhitespace(c)
                                && Character.getType(c) != Character.FORMAT
                                && Character.getType(c) != Character.UNASSIGNED
                                && Character.getType(c) != Character.SURROGATE);
        if (plain.isEmpty() || plain.length() > LONGEST_NAME || !seen) {
            throw new Refused(No.NAME);
        }
        return plain;
    }

    /** An empty number was never given out: the text that holds it must not count. */
    private void require(Person person, String text, String signature) throws Refused {
        if (text.contains("\"nonce\":\"\"") || !verifies(person, text, signature)) {
            throw new Refused(No.SIGNATURE);
        }
    }

    private boolean verifies(Person person, String text, String signature) {
        return !person.passkeys().isEmpty() && PersonKey.verifies(person.key(site), Bytes.utf8(text), signature);
    }

    private void note(String text, String by, Person person, Signed signed) throws IOException {
        log.add(text, by, person.key(site), signed.signature(), clock.instant().toString());
    }
}
