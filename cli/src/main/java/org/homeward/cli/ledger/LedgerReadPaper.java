package org.homeward.cli.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.homeward.ledger.Checkpoint;
import org.homeward.ledger.LogVerifier;
import org.homeward.ledger.NoteVerifier;
import org.homeward.ledger.PaperCheckpoint;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.homeward.ledger.SignedNote;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code homeward ledger read-paper}: is this log the one that was signed by hand? */
@Command(
        name = "read-paper",
        mixinStandardHelpOptions = true,
        description = {
            "Reads a checkpoint that somebody typed from the minutes, and says in which line a slip of the pen is.",
            "With --log it checks that a log is the one on the paper: as it stood then, and only added to since."
        },
        footer = {
            "",
            "Exit code: 0 it holds, 1 the log is not the one on the paper, 2 bad input or usage.",
            "",
            "Example:",
            "  homeward ledger read-paper typed.txt --log case-1/ --key agency.vkey"
        })
final class LedgerReadPaper implements Callable<Integer> {
    private static final int LONGEST = 1 << 16;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Parameters(paramLabel = "TYPED", description = "Text file with the six lines from the paper.")
    private Path typed = Path.of("typed.txt");

    @Option(names = "--log", paramLabel = "DIR", description = "Folder of the log to compare with the paper.")
    private @Nullable Path log;

    @Option(names = "--key", paramLabel = "KEY", description = "Public key of the log, or a file with it.")
    private @Nullable String key;

    @Option(names = "--json", description = "Prints one JSON object instead of sentences.")
    private boolean json;

    @Override
    public Integer call() {
        try {
            Result<PaperCheckpoint> paper = Input.text(typed, LONGEST, "typed").then(PaperCheckpoint::parse);
            if (paper instanceof Result.Refused<PaperCheckpoint>(Refusal refusal)) {
                return Output.refuse(spec, 2, refusal);
            }
            List<NoteVerifier> keys = new ArrayList<>();
            if (key != null) {
                Result<NoteVerifier> verifier = Input.key(key);
                if (verifier instanceof Result.Refused<NoteVerifier>(Refusal refusal)) {
                    return Output.refuse(spec, 2, refusal);
                }
                keys.add(verifier.get());
            }
            if (log != null && !Files.isDirectory(log)) {
                return Output.refuse(spec, 2, Output.NO_FOLDER);
            }
            Checkpoint read = paper.get().checkpoint();
            return log == null ? say(read, "The words fit together.") : compare(log, keys, read);
        } catch (IOException e) {
            return Output.unreadable(spec);
        }
    }

    private int compare(Path folder, List<NoteVerifier> keys, Checkpoint read) throws IOException {
        // First the log by itself and its signature; then against the paper, which bears no signature of a computer.
        Result<LogVerifier.Report> sound = LogVerifier.verify(folder, keys, Optional.empty(), Optional.empty());
        Result<LogVerifier.Report> same = sound instanceof Result.Refused<LogVerifier.Report>
                ? sound
                : LogVerifier.verify(
                        folder, List.of(), Optional.empty(), Optional.of(new SignedNote(read.text(), List.of())));
        return switch (same) {
            case Result.Refused<LogVerifier.Report>(Refusal refusal) -> Output.refuse(spec, 1, refusal);
            case Result.Ok<LogVerifier.Report> ok ->
                say(read, "The log is the one on the paper, and has only been added to since.");
        };
    }

    private int say(Checkpoint read, String sentence) {
        Output.line(
                spec,
                json
                        ? "{\"ok\":true,\"size\":" + read.size() + ",\"root\":\""
                                + read.root().base64() + "\"}"
                        : sentence + " Size " + read.size() + ", root hash " + read.root() + ".");
        return 0;
    }
}
