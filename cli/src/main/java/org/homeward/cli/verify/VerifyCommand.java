package org.homeward.cli.verify;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.homeward.protocol.bundle.BundleVerifier;
import org.homeward.protocol.bundle.Finding;
import org.homeward.protocol.bundle.Manifest;
import org.homeward.protocol.json.CanonicalJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a bundle offline and says in plain sentences what holds and what does not. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks the files that an exchange left behind: every signature, the unbroken sequence of acts, two people under each,"
                    + " receipts, the joint log with its co-signatures, and the lists against every clause of the terms. Needs no network and no key.",
            "Exit code: 0 everything holds, 1 something does not, 2 there is nothing to check."
        },
        footer = {"", "Example:", "  homeward verify out/", "  homeward verify --json out/"})
public final class VerifyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "the folder to check")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Path folder;

    @Option(names = "--json", description = "print the findings as JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (!Files.isRegularFile(folder.resolve(Manifest.FILE))) {
            spec.commandLine()
                    .getErr()
                    .println("There is no " + Manifest.FILE + " in " + folder
                            + ": name the folder that the exchange was written to.");
            return 2;
        }
        BundleVerifier.Report report = BundleCheck.run(folder);
        if (json) {
            out.println(new String(
                    CanonicalJson.bytes(Map.of(
                            "holds", report.holds(), "enrolment", report.enrolment(), "findings", report.findings())),
                    StandardCharsets.UTF_8));
        } else {
            for (Finding finding : report.findings()) {
                out.println((finding.holds() ? "  holds  " : "  WRONG  ") + finding.file() + ": " + finding.sentence());
            }
            out.println(
                    "Compare this number with the one in the minutes, on paper: the keys are " + report.enrolment());
            out.println(report.holds() ? "Everything holds." : "Do not rely on these files.");
        }
        return report.holds() ? 0 : 1;
    }
}
