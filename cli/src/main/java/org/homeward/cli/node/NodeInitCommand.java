package org.homeward.cli.node;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.homeward.node.people.PeopleDesk;
import org.homeward.node.server.NodeConfig;
import org.homeward.node.server.NodeSetup;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a node's home: for real people with a code on paper, or with test operators. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the home of a node: its keys and its settings. It prints a code with which the head of delegation enrols at the"
                    + " node's pages, with a passkey of his own; he invites the others there.",
            "With --test-operators it makes people who do not exist, whose keys lie beside the node. Such a node answers on the"
                    + " loopback address only: it is for trying out, not for people's lives.",
            "Exit code: 0 made, 2 bad usage, or a folder that holds a node already."
        },
        footer = {
            "",
            "Examples:",
            "  homeward node init --home bureau --id ua --name \"Bureau\" --port 8442 --agency https://agency.example:8541"
                    + " --site bureau.example",
            "  homeward node init --home agency --id med --name \"Mediator\" --port 8441 --test-operators"
        })
public final class NodeInitCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "the node's folder")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Path home;

    @Option(names = "--id", required = true, paramLabel = "ID", description = "short lower-case code, such as ua")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private String id;

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "the participant's name")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private String name;

    @Option(names = "--port", required = true, paramLabel = "N", description = "port to answer on; 0 for any free one")
    private int port;

    @Option(
            names = "--agency",
            paramLabel = "URL",
            description =
                    "the agency's address, or 'by-hand' where everything is carried; without it this is the agency")
    private @Nullable String agency;

    @Option(
            names = "--peer-port",
            paramLabel = "N",
            description = "the agency's port for other nodes (TLS with mutual certificates); usually 100 above --port")
    private @Nullable Integer peerPort;

    @Option(names = "--db", paramLabel = "URL", description = "jdbc:postgresql address; without it an embedded store")
    private @Nullable String db;

    @Option(
            names = "--site",
            defaultValue = NodeConfig.LOCAL,
            paramLabel = "HOST",
            description =
                    "host name under which people open the pages, over TLS that something before the node ends; passkeys are bound"
                            + " to it, so it cannot change later (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli has a default.
    private String site;

    @Option(names = "--test-operators", description = "make test operators instead of a code")
    private boolean testOperators;

    @Override
    public Integer call() {
        URI line;
        try {
            line = agency == null ? null : agency.equals("by-hand") ? NodeConfig.BY_HAND : URI.create(agency);
        } catch (IllegalArgumentException e) {
            spec.commandLine().getErr().println("--agency '" + agency + "' is neither an address nor by-hand.");
            return 2;
        }
        NodeConfig usual = new NodeConfig(home, id, name, line, "127.0.0.1", port, testOperators, db).withSite(site);
        NodeConfig config = peerPort == null ? usual : usual.withPeerPort(peerPort);
        String code = null;
        try {
            // What is written must be what a start accepts.
            config.check();
            if (testOperators) {
                NodeSetup.withTestOperators(config, new SecureRandom());
            } else {
                code = NodeSetup.withCode(config, Clock.systemUTC(), new SecureRandom());
            }
        } catch (IOException | NodeConfig.BadConfigException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 2;
        }
        spec.commandLine().getOut().println("Made the home of " + id + " in " + home + ".");
        if (code != null) {
            spec.commandLine()
                    .getOut()
                    .println(
                            ("Start it with 'homeward node start --home %s'. The head of delegation then opens %s/enrol and enrols with"
                                            + " this code, within %d hours:%n%n    %s%n%nWhoever has the code first is the head: give it"
                                            + " on paper, into one hand.")
                                    .formatted(home, config.pagesUrl(), PeopleDesk.CODE.toHours(), code));
        }
        return 0;
    }
}
