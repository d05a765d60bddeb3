package org.homeward.cli.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.homeward.node.audit.PrivateAudit;
import org.homeward.node.server.NodeAudit;
import org.homeward.node.server.StartRefusal;
import org.homeward.protocol.json.CanonicalJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares a node's own log with its store. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Compares the node's own log with its store: each entry with what was done, each batch of a register with its rows. It finds what"
                    + " was changed, added or taken out with another program, also after persons were erased, and changes nothing. It works"
                    + " beside a running node and without one.",
            "With --key it prints the public key of the log, for 'homeward ledger verify HOME/log --key KEY'.",
            "Exit code: 0 everything holds, 1 something does not (a sentence each), 2 the audit could not be made."
        },
        footer = {"", "Example:", "  homeward node audit --home nodes/ua"})
public final class NodeAuditCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "the node's folder")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Path home;

    @Option(names = "--key", description = "print the public key of the node's own log, and nothing else")
    private boolean key;

    @Option(names = "--json", description = "print what was found as JSON")
    private boolean json;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try {
            if (key) {
                out.println(NodeAudit.logKey(home));
                out.flush();
                return 0;
            }
            PrivateAudit.Report report = NodeAudit.run(home);
            if (json) {
                out.println(new String(CanonicalJson.bytes(report), StandardCharsets.UTF_8));
            } else {
                report.wrong().forEach(out::println);
                out.printf(
                        "%d entries of the log and %d rows compared; %d rows of persons who were erased; %d acts not in the published log"
                                + " yet. %s%n",
                        report.entries(),
                        report.rows(),
                        report.erased(),
                        report.behind(),
                        report.wrong().isEmpty() ? "Everything holds." : "See above.");
            }
            out.flush();
            return report.wrong().isEmpty() ? 0 : 1;
        } catch (StartRefusal | IOException e) {
            spec.commandLine().getErr().println(e.getMessage());
            spec.commandLine().getErr().flush();
            return 2;
        }
    }
}
