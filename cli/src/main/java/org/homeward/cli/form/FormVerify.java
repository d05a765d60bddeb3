package org.homeward.cli.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.homeward.handover.slip.SlipScanner;
import org.homeward.ledger.Result;
import org.homeward.node.dossier.FormSeal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks one printed form by its code: the text of it, or a picture of the paper. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks the code of a printed form (capture card, correspondence card, notification of death, repatriation certificate):"
                    + " the node's signature over its number, its date and what was printed on it. Needs no network.",
            "With --field it also compares what stands on the paper; give every field that is printed, as it is printed.",
            "Exit code: 0 it holds, 1 it does not, 2 there is no form to check."
        },
        footer = {
            "",
            "Example:",
            "  homeward form verify photo.jpg --key KEY-OF-THE-BUREAU",
            "  homeward form verify code.txt --field surname=Doe --field givenNames=Jan --field birthDate=1990-02"
        })
final class FormVerify implements Callable<Integer> {
    private static final int LARGEST = 32 * 1024 * 1024;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "a picture of the paper (PNG or JPEG), or the decoded text of its code; - for standard input")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Path file;

    @Option(
            names = "--key",
            defaultValue = "",
            paramLabel = "KEY",
            description = "the bureau's key, as it was given to you by another way")
    private String key = "";

    @Option(
            names = "--field",
            paramLabel = "FIELD=VALUE",
            description = "what stands in a field of the paper; may be given several times")
    private Map<String, String> fields = new LinkedHashMap<>();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Optional<FormSeal> read;
        try {
            byte[] given = bytes();
            read = FormSeal.parse(new String(given, StandardCharsets.UTF_8)).or(() -> FormSeal.parse(code(given)));
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .println(
                            file
                                    + " cannot be read: give a picture of the paper, or the text of the form's code, in a file.");
            return 2;
        }
        if (read.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println(
                            file
                                    + " has no code of a form: take a picture of the whole code from above, or scan it and give its text as it is.");
            return 2;
        }
        FormSeal seal = read.get();
        FormSeal.Found found = seal.check(key, fields);
        boolean holds = found == FormSeal.Found.HOLDS || found == FormSeal.Found.HOLDS_WITH_WORDS;
        if (holds) {
            out.println("Form " + seal.form() + ", number " + seal.number() + ", printed " + seal.issued()
                    + " by the node '" + seal.node() + "'.");
        }
        out.println(
                switch (found) {
                    case HOLDS ->
                        "The signature holds. Compare the number with the one on the paper; give --field to compare its words.";
                    case HOLDS_WITH_WORDS -> "The signature holds, and these are the words that were printed.";
                    case OTHER_WORDS ->
                        "WRONG: the signature is over other words. The paper was changed, or a field is missing here.";
                    case NOT_SIGNED -> "WRONG: the node's key did not sign this. Do not rely on the paper.";
                    case OTHER_KEY -> "WRONG: this is signed by another key than the one you gave.";
                });
        if (holds && key.isEmpty()) {
            out.println("Compare the key with the one that the bureau gave you: " + seal.key());
        }
        return holds ? 0 : 1;
    }

    /** What the code in a picture says; empty text where there is none. */
    private static String code(byte[] picture) {
        return SlipScanner.read(picture) instanceof Result.Ok<String>(String text) ? text : "";
    }

    private byte[] bytes() throws IOException {
        if (file.toString().equals("-")) {
            return System.in.readNBytes(LARGEST);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST);
        }
    }
}
