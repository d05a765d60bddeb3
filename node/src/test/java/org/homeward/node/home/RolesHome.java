package org.homeward.node.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.node.people.People;
import org.homeward.node.people.Person;
import org.homeward.node.people.Person.Role;
import org.homeward.node.server.NodeConfig;
import org.homeward.node.server.NodeSetup;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Participants.Officer;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.json.CanonicalJson;

/** Homes of real nodes with a person of each role. */
public final class RolesHome {
    /** The one case of such a node. */
    public static final String CASE = TestHome.CASE;

    private static final SecureRandom RANDOM = new SecureRandom();

    private RolesHome() {}

    /**
     * A node with one person of each role that it may have, and one case.
     *
     * @param tokens filled with each role's token
     * @param named whose signatures this side's card of the case names
     */
    public static Path make(Path home, boolean agency, Map<Role, String> tokens, Predicate<Role> named)
            throws Exception {
        String id = agency ? "med" : "aa";
        NodeSetup.withTestOperators(
                new NodeConfig(home, id, "Node", agency ? null : NodeConfig.BY_HAND, "127.0.0.1", 0, false, null),
                RANDOM);
        Set<Role> roles = agency
                ? new TreeSet<>(List.of(Role.HEAD, Role.SECRETARY, Role.AUDITOR))
                : new TreeSet<>(Arrays.stream(Role.values())
                        .filter(r -> r != Role.SECRETARY)
                        .toList());
        List<Person> people = new ArrayList<>();
        List<Officer> officers = new ArrayList<>();
        for (Role role : roles) {
            byte[] secret = new byte[16];
            RANDOM.nextBytes(secret);
            String token = java.util.HexFormat.of().formatHex(secret);
            tokens.put(role, token);
            Person person = new Person(
                    id + "-" + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    "Sample " + role,
                    role,
                    SigningKey.generate(RANDOM).publicText(),
                    People.hash(token));
            people.add(person);
            if (named.test(role)) {
                officers.add(new Officer(person.id(), person.name(), role.name(), person.publicKey()));
            }
        }
        new People(NodeConfig.LOCAL, people).save(home);
        NodeIdentity identity = NodeIdentity.load(home).orElseThrow();
        Participant own = identity.card(TestHome.CASE, agency, "Node", officers);
        Participant mediator = agency ? own : stranger("med", true);
        List<Participant> parties = List.of(agency ? stranger("aa", false) : own, stranger("bb", false));
        Path place = Files.createDirectories(home.resolve("cases").resolve(TestHome.CASE));
        Files.write(place.resolve("participants.json"), CanonicalJson.bytes(new Participants(mediator, parties)));
        return home;
    }

    private static Participant stranger(String id, boolean agency) {
        List<Officer> officers = List.of(
                new Officer(
                        id + "-1", "Sample", "HEAD", SigningKey.generate(RANDOM).publicText()),
                new Officer(
                        id + "-2", "Sample", "HEAD", SigningKey.generate(RANDOM).publicText()));
        return NodeIdentity.generate(id, RANDOM).card(TestHome.CASE, agency, id, officers);
    }
}
