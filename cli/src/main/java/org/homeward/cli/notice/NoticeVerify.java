package org.homeward.cli.notice;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.homeward.node.families.FiguresFile;
import org.homeward.node.families.NoticeFile;
import org.homeward.protocol.json.MalformedJsonException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks one notice. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks the signatures, the code and, where they are there, the words of a notice, and says who let it out; or the release of",
            "public figures, from the text in the member 'signed' of figures.json. Needs no network.",
            "Exit code: 0 it holds, 1 it does not, 2 there is no notice to check."
        },
        footer = {"", "Example:", "  homeward notice verify notice.json --key KEY-ON-THE-RECEIPT"})
final class NoticeVerify implements Callable<Integer> {
    private static final long LARGEST = 65_536;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the notice, as it came by mail")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Path file;

    @Option(
            names = "--key",
            defaultValue = "",
            paramLabel = "KEY",
            description = "the bureau's key, as it stands on the receipt")
    private String key = "";

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        NoticeFile notice;
        try {
            if (Files.size(file) > LARGEST) {
                throw new MalformedJsonException("too large");
            }
            byte[] bytes = Files.readAllBytes(file);
            Optional<FiguresFile> figures = figures(bytes);
            if (figures.isPresent()) {
                return verify(figures.get(), out);
            }
            notice = NoticeFile.read(bytes);
        } catch (IOException | MalformedJsonException e) {
            spec.commandLine().getErr().println(file + " is not a notice: give the file notice.json of the mail.");
            return 2;
        }
        NoticeFile.Found found = notice.check(key);
        boolean holds = found == NoticeFile.Found.HOLDS || found == NoticeFile.Found.HOLDS_WITHOUT_WORDS;
        if (holds) {
            out.println("Notice " + notice.code() + " of " + notice.issued() + ", bureau '" + notice.node() + "'.");
        }
        out.println(
                switch (found) {
                    case HOLDS -> "The signature and the words hold.";
                    case HOLDS_WITHOUT_WORDS ->
                        "The signature holds. This copy leaves the words out: read them under your case code.";
                    case OTHER_WORDS -> "WRONG: these are not the words that were signed. Do not rely on them.";
                    case OTHER_CODE -> "WRONG: the code is not this notice's. Do not rely on it.";
                    case NOT_SIGNED -> "WRONG: the bureau's key did not sign this. Do not rely on it.";
                    case OTHER_KEY -> "WRONG: this is signed by another key than the one on the receipt.";
                    case NOT_RELEASED ->
                        "WRONG: two people of the bureau did not let this out as it says. Do not rely on it.";
                });
        if (holds) {
            if (notice.releases().isEmpty()) {
                out.println("Nobody has let it out by a signature: it is a draft.");
            }
            notice.releases()
                    .forEach(r ->
                            out.println((r.act().equals("ASK") ? "Asked for by " : "Released by ") + r.person() + "."));
        }
        if (holds && key.isEmpty()) {
            out.println("Compare the key with the one on your receipt: " + notice.key());
        }
        return holds ? 0 : 1;
    }

    private static Optional<FiguresFile> figures(byte[] bytes) {
        try {
            return Optional.of(FiguresFile.read(bytes));
        } catch (MalformedJsonException e) {
            return Optional.empty();
        }
    }

    private int verify(FiguresFile figures, PrintWriter out) {
        if (!figures.holds(key)) {
            out.println("WRONG: nobody of the bureau released these figures. Do not rely on them.");
            return 1;
        }
        out.println("Figures of " + figures.occasion() + ", version " + figures.version() + ", bureau '"
                + figures.node() + "': " + figures.cells());
        out.println("Released by " + figures.person() + ".");
        if (key.isEmpty()) {
            out.println("Compare the key with the bureau's: " + figures.key());
        }
        return 0;
    }
}
