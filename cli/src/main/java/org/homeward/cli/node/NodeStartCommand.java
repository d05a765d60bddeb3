package org.homeward.cli.node;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.homeward.node.server.Node;
import org.homeward.node.server.StartRefusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the node of a home until it is told to stop. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the node of a home until Ctrl-C, SIGTERM or 'homeward stop'. It says where it answers.",
            "Exit code: 0 stopped in order, 2 it cannot start (a sentence says why and what to do)."
        },
        footer = {"", "Examples:", "  homeward node start --home agency", "  homeward node start --home agency --check"
        })
public final class NodeStartCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "the node's folder")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Path home;

    @Option(names = "--check", description = "start, say so, and stop at once: to try a home and its settings")
    private boolean check;

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        try (Node node = Node.start(home)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                asked.countDown();
                try {
                    stopped.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
            spec.commandLine().getOut().println("The node answers at " + node.url());
            spec.commandLine().getOut().flush();
            if (!check) {
                asked.await();
            }
        } catch (StartRefusal e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 2;
        } finally {
            stopped.countDown();
        }
        return 0;
    }
}
