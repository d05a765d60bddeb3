package org.homeward.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.homeward.cli.verify.BundleCheck;
import org.homeward.protocol.bundle.BundleVerifier;
import org.homeward.protocol.bundle.Finding;
import org.homeward.sample.SampleFiles;
import org.homeward.sample.SampleGenerator;
import org.homeward.sample.SampleSpec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Carries the example case from two registers to signed lists, on three nodes of this machine. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts an agency and two bureaus on this machine and carries the example case through: the exchange of 5 February 2026"
                    + " with synthetic registers. Test operators, who do not exist, do what people would do, through the same"
                    + " doors. The nodes go on running, with their pages open to you, until 'homeward stop'.",
            "A case that was interrupted is carried on. When the last one is agreed, another is begun; what the earlier one wrote is"
                    + " moved aside, never over.",
            "Exit code: 0 every invariant held, 1 one did not (it is named), 2 bad usage or a node that does not start."
        },
        footer = {"", "Examples:", "  homeward demo", "  homeward demo --headless && homeward verify out/"})
public final class DemoCommand implements Callable<Integer> {
    private static final String CASE = "abu-dhabi-2026-02-05";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(names = "--headless", description = "stop the nodes at the end")
    private boolean headless;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = ".homeward/demo",
            description = "where the nodes live (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // it has a default.
    private Path home;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out",
            description = "where the lists, the agreement and the ledger go (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // it has a default.
    private Path out;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "20260205",
            description = "seed of the synthetic registers (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--registers",
            paramLabel = "DIR",
            description = "registers as 'homeward sample' writes them, in place of new ones of the example's size")
    private @Nullable Path own;

    @Override
    public Integer call() {
        PrintWriter say = spec.commandLine().getOut();
        DemoNodes nodes = new DemoNodes(home.toAbsolutePath());
        boolean stop = headless;
        try (Progress progress = new Progress(say)) {
            nodes.prepare();
            Path registers = registers();
            progress.step(
                    own == null ? "synthetic registers, seed " + seed : "registers",
                    (own == null ? "none of these people exists; " : "") + registers);
            List<NodeClient> clients = nodes.start();
            progress.step("an agency and two bureaus answer, each with its own store and keys", "");
            String caseId = caseId(clients.getFirst());
            Walk walk = new Walk(clients, caseId, terms(), progress);
            walk.enrol();
            takeIn(clients, registers, progress);
            walk.run();
            DemoOutput.unpack(clients.getFirst().bundle(caseId), out);
            progress.step("written to " + out + "/", "lists, agreement, three signatures, ledger");
            int exit = invariants(clients, caseId, say);
            if (!headless) {
                say.println("The nodes go on running; test operators are listed on each sign-in page:");
                clients.forEach(c -> say.println("  " + c.id() + "  " + c.url()));
                say.println(
                        "Stop them with 'homeward stop'. Check what was written with 'homeward verify " + out + "'.");
            }
            say.flush();
            return exit;
        } catch (NodeClient.Unfulfilled e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        } catch (IOException e) {
            stop = true;
            spec.commandLine().getErr().println(e.getMessage());
            return 2;
        } finally {
            if (stop) {
                stop(nodes);
            }
        }
    }

    private void stop(DemoNodes nodes) {
        try {
            nodes.stop();
        } catch (IOException e) {
            spec.commandLine().getErr().println(e.getMessage());
        }
    }

    /** The registers of this seed, made once. */
    private Path registers() throws IOException {
        if (own != null) {
            return own;
        }
        Path folder = home.resolve("registers-" + seed);
        if (!Files.exists(folder)) {
            Files.createDirectories(home);
            Path made = Files.createTempDirectory(home.toAbsolutePath(), ".registers");
            SampleFiles.write(SampleGenerator.generate(seed, SampleSpec.example()), seed, made);
            Files.move(made, folder);
        }
        return folder;
    }

    /** The case to carry on, or the next one when all are agreed. */
    private static String caseId(NodeClient agency) throws IOException {
        int number = 0;
        for (JsonNode one : agency.cases()) {
            number++;
            if (!one.get("phase").stringValue().equals("AGREED")) {
                return one.get("caseId").stringValue();
            }
        }
        return number == 0 ? CASE : CASE + "-" + (number + 1);
    }

    private static void takeIn(List<NodeClient> clients, Path registers, Progress progress) throws IOException {
        StringBuilder figures = new StringBuilder();
        for (NodeClient bureau : clients.subList(1, 3)) {
            for (String register : List.of("held", "sought")) {
                Path file = registers.resolve(bureau.id() + "-" + register + ".csv");
                JsonNode taken = bureau.takeIn(register, Files.readAllBytes(file));
                figures.append(figures.isEmpty() ? "" : ", ")
                        .append(bureau.id())
                        .append(' ')
                        .append(register)
                        .append(' ')
                        .append(taken.get("rows").intValue());
            }
        }
        progress.step("registers taken in", figures.toString());
    }

    private static byte[] terms() throws IOException {
        try (InputStream in = DemoCommand.class.getResourceAsStream("terms.json")) {
            if (in == null) {
                throw new IllegalStateException("the example terms are missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** What must hold at the end, each said in a sentence. */
    private int invariants(List<NodeClient> clients, String caseId, PrintWriter say) throws IOException {
        int broken = 0;
        BundleVerifier.Report report = BundleCheck.run(out);
        for (Finding finding : report.findings()) {
            say.println((finding.holds() ? "  holds  " : "  WRONG  ") + finding.file() + ": " + finding.sentence());
            broken += finding.holds() ? 0 : 1;
        }
        JsonNode first = clients.getFirst().summary(caseId);
        for (NodeClient client : clients) {
            JsonNode view = client.summary(caseId);
            boolean same = view.get("lists").equals(first.get("lists"))
                    && view.get("acts").equals(first.get("acts"));
            boolean cosigned = view.get("effective").equals(view.get("acts"));
            if (!same || !cosigned) {
                broken++;
                say.println("  WRONG  " + client.id() + ": "
                        + (same ? "its acts are not all co-signed" : "it sees another case than the agency"));
            }
        }
        if (broken == 0) {
            say.println("  holds  All three nodes derive the same case, and both witnesses co-signed every act.");
        }
        say.println(broken == 0 ? "Every invariant held." : broken + " invariants did not hold.");
        return broken == 0 ? 0 : 1;
    }
}
