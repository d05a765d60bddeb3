package org.homeward.cli.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.homeward.node.server.NodePackages;
import org.homeward.node.server.StartRefusal;
import org.homeward.protocol.json.CanonicalJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes what a participant lacks as a sealed package, to be carried. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a sealed package: the envelopes of a case for one participant, to be carried on a stick. For the mediator: the act"
                    + " that waits to be handed in. For a party: the accepted acts, their order and the receipts. Making it again, losing"
                    + " it, or taking it twice does no harm. It works beside a running node and without one.",
            "Exit code: 0 written, 2 nothing was written (a sentence says why)."
        },
        footer = {
            "",
            "Examples:",
            "  homeward node export --home bureau --to med --out /media/stick/to-med.package",
            "  homeward node export --home agency --to ua --out /media/stick/to-ua.package"
        })
public final class NodeExportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "the node's folder")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Path home;

    @Option(names = "--to", required = true, paramLabel = "PARTICIPANT", description = "participant id, such as med")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private String to;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "the package; a new file")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Path out;

    @Option(names = "--case", paramLabel = "ID", description = "the case; may be left out when there is only one")
    private @Nullable String caseId;

    @Option(
            names = "--from",
            paramLabel = "N",
            defaultValue = "0",
            description = "first accepted act to put in, from 0; all, unless one file does not hold them")
    private int from;

    @Option(names = "--json", description = "print what was written as JSON")
    private boolean json;

    @Override
    public Integer call() {
        if (Files.exists(out)) {
            return refused("The file " + out + " is there already: name a new one; nothing is written over.");
        }
        try {
            NodePackages.Made made = NodePackages.export(home, Optional.ofNullable(caseId), to, from);
            NodePackages.View view = made.view();
            if (view.refused()) {
                return refused(view.code() + ": " + view.sentence());
            }
            write(made.bytes());
            say(view, made.bytes().length);
            return 0;
        } catch (StartRefusal | IOException e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    private void write(byte[] bytes) throws IOException {
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("The folder of " + out + " is not there.");
        }
        Path made = Files.createTempFile(folder, ".package", ".new");
        try {
            Files.write(made, bytes);
            Files.move(made, out, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(made);
        }
    }

    private void say(NodePackages.View view, int size) {
        String sentence = json
                ? new String(CanonicalJson.bytes(view), StandardCharsets.UTF_8)
                : "Wrote %s for %s: case %s, %d accepted acts, %d handed in, %d bytes.%s"
                        .formatted(
                                out,
                                to,
                                view.caseId(),
                                view.acts(),
                                view.handedIn(),
                                size,
                                view.whole()
                                        ? ""
                                        : " There are more acts: write a further package with --from " + view.next()
                                                + ".");
        spec.commandLine().getOut().println(sentence);
    }

    private int refused(String sentence) {
        spec.commandLine().getErr().println(sentence);
        return 2;
    }
}
