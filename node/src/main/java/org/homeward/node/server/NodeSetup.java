package org.homeward.node.server;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.node.people.People;
import org.homeward.node.people.PeopleDesk;
import org.homeward.node.people.Person;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SigningKey;

/** Makes a node's home: its settings, its keys, its people. Nothing that is there is ever written over. */
public final class NodeSetup {
    private NodeSetup() {}

    /**
     * Makes a home with test operators, for demonstrations and tests: a head, an officer, an
     * auditor and at a bureau two liaison officers, who do not exist.
     *
     * @throws IOException when the home holds a node already
     */
    public static void withTestOperators(NodeConfig config, SecureRandom random) throws IOException {
        Files.createDirectories(config.home());
        if (Files.exists(config.home().resolve("node.properties"))) {
            throw new IOException("The folder " + config.home() + " holds a node already; choose another.");
        }
        List<Person> people = new ArrayList<>();
        List<TestOperators.Operator> operators = new ArrayList<>();
        Person.Role second = config.isAgency() ? Person.Role.SECRETARY : Person.Role.LIST_OFFICER;
        // A bureau has families, and two who speak with them; an agency has none.
        List<Person.Role> roles = config.isAgency()
                ? List.of(Person.Role.HEAD, second, Person.Role.AUDITOR)
                : List.of(Person.Role.HEAD, second, Person.Role.AUDITOR, Person.Role.LIAISON, Person.Role.LIAISON);
        int number = 0;
        for (Person.Role role : roles) {
            number++;
            String id = config.id() + "-test-" + number;
            SigningKey key = SigningKey.generate(random);
            byte[] secret = new byte[32];
            random.nextBytes(secret);
            String token = Bytes.hex(secret);
            people.add(new Person(id, "Test operator " + number, role, key.publicText(), People.hash(token)));
            operators.add(new TestOperators.Operator(id, token, key.privateText()));
        }
        NodeIdentity.generate(config.id(), random).save(config.home());
        new People(config.site(), people).save(config.home());
        new TestOperators(operators).save(config.home());
        // Last: a home without settings is not a node yet, and a set-up that was cut off can be made again.
        config.save();
    }

    /**
     * Makes a home for real people: nobody is in it yet.
     *
     * @return the code on paper with which the head of delegation enrols at the pages, within {@link PeopleDesk#CODE}
     * @throws IOException when the home holds a node already
     */
    public static String withCode(NodeConfig config, Clock clock, SecureRandom random) throws IOException {
        Files.createDirectories(config.home());
        if (Files.exists(config.home().resolve("node.properties"))) {
            throw new IOException("The folder " + config.home() + " holds a node already; choose another.");
        }
        NodeIdentity.generate(config.id(), random).save(config.home());
        new People(config.site(), List.of()).save(config.home());
        String code = PeopleDesk.first(config.id(), config.home(), clock, random);
        config.save();
        return code;
    }
}
