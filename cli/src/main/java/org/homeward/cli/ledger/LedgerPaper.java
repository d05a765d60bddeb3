package org.homeward.cli.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.homeward.ledger.Checkpoint;
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

/** {@code homeward ledger paper}: a checkpoint for the minutes. */
@Command(
        name = "paper",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a checkpoint as words, for the minutes of a meeting that all sides sign by hand.",
            "With --html it makes a sheet with the words, a QR code of the signed checkpoint, and room to sign."
        },
        footer = {
            "",
            "Exit code: 0 written, 1 the checkpoint is not signed by the key, 2 bad input or usage.",
            "",
            "Example:",
            "  homeward ledger paper case-1/checkpoint.cosigned --key agency.vkey --html --out minutes.html"
        })
final class LedgerPaper implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Parameters(paramLabel = "CHECKPOINT", description = "File with a signed checkpoint, or the folder of a log.")
    private Path checkpoint = Path.of(".");

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "Public key of the log, or a file with it, to check first.")
    private @Nullable String key;

    @Option(names = "--html", description = "A sheet to print instead of bare words.")
    private boolean html;

    @Option(names = "--out", paramLabel = "FILE", description = "File to write; without it, standard output.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        try {
            Path file = Files.isDirectory(checkpoint) ? checkpoint.resolve("checkpoint") : checkpoint;
            Result<SignedNote> note =
                    Input.read(file, SignedNote.MAX_BYTES, "checkpoint").then(SignedNote::parse);
            Result<PaperCheckpoint> paper = note.then(SignedNote::checkpoint)
                    .then(c -> c.extensions().isEmpty()
                            ? Result.ok(new PaperCheckpoint(c))
                            : Result.refused("paper.extensions", "The checkpoint has more lines than paper carries."));
            if (paper instanceof Result.Refused<PaperCheckpoint>(Refusal refusal)) {
                return Output.refuse(spec, 2, refusal);
            }
            if (key != null) {
                Result<NoteVerifier> verifier = Input.key(key);
                if (verifier instanceof Result.Refused<NoteVerifier>(Refusal refusal)) {
                    return Output.refuse(spec, 2, refusal);
                }
                Checkpoint read = paper.get().checkpoint();
                if (note.get().verify(List.of(verifier.get())) instanceof Result.Refused<?>(Refusal refusal)) {
                    return Output.refuse(spec, 1, refusal);
                }
                if (!verifier.get().name().equals(read.origin())) {
                    return Output.refuse(
                            spec, 1, new Refusal("paper.origin", "The key is of another log than the checkpoint."));
                }
            }
            Output.text(
                    spec,
                    out,
                    html
                            ? PaperSheet.html(paper.get(), note.get())
                            : paper.get().text());
            return 0;
        } catch (IOException e) {
            return Output.unreadable(spec);
        }
    }
}
