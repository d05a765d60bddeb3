package org.homeward.cli.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.homeward.ledger.EntryCheck;
import org.homeward.ledger.LogVerifier;
import org.homeward.ledger.NoteVerifier;
import org.homeward.ledger.Policy;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.homeward.ledger.SignedNote;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code homeward ledger verify}: the first thing that is wrong with a log, or what holds. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks every entry, tile, signature and co-signature of a log in the C2SP tlog-tiles layout.",
            "Needs no network, and the log need not be one of ours."
        },
        footer = {
            "",
            "Exit code: 0 everything holds, 1 something is wrong (said in one sentence), 2 bad usage.",
            "",
            "Example:",
            "  homeward ledger verify case-1/ --policy both-parties.policy --since minutes-2026-02-05.checkpoint"
        })
final class LedgerVerify implements Callable<Integer> {
    /** 256 lines, each with a key of ML-DSA-44, and as much again for comments. */
    static final int LONGEST_POLICY = 1 << 20;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Folder with the files checkpoint and tile/.")
    private Path folder = Path.of(".");

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "Public key of the log, name+keyid+base64, or a file with it; repeatable.")
    private List<String> keys = new ArrayList<>();

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Trust policy (C2SP tlog-policy): logs, witnesses, quorum.")
    private @Nullable Path policy;

    @Option(
            names = "--since",
            paramLabel = "CHECKPOINT",
            description = "An earlier signed checkpoint that the log must continue.")
    private @Nullable Path since;

    @Option(
            names = "--joint",
            description = "Also checks that the entries are those of a joint log: form, case, each sender's sequence.")
    private boolean joint;

    @Option(names = "--json", description = "Prints one JSON object instead of sentences.")
    private boolean json;

    private record Inputs(List<NoteVerifier> keys, Optional<Policy> policy, Optional<SignedNote> since) {}

    @Override
    public Integer call() {
        if (!Files.isDirectory(folder)) {
            return say(2, Output.NO_FOLDER);
        }
        try {
            return switch (inputs()) {
                case Result.Refused<Inputs>(Refusal refusal) -> say(2, refusal);
                case Result.Ok<Inputs>(Inputs in) ->
                    switch (LogVerifier.verify(
                            folder, in.keys(), in.policy(), in.since(), joint ? new JointEntries() : EntryCheck.NONE)) {
                        case Result.Refused<LogVerifier.Report>(Refusal refusal) -> say(1, refusal);
                        case Result.Ok<LogVerifier.Report>(LogVerifier.Report report) -> report(report);
                    };
            };
        } catch (IOException unreadable) {
            return Output.unreadable(spec);
        }
    }

    private Result<Inputs> inputs() {
        List<NoteVerifier> parsed = new ArrayList<>();
        for (String key : keys) {
            switch (Input.key(key)) {
                case Result.Ok<NoteVerifier>(NoteVerifier v) -> parsed.add(v);
                case Result.Refused<NoteVerifier>(Refusal refusal) -> {
                    return new Result.Refused<>(refusal);
                }
            }
        }
        Result<Optional<Policy>> read = policy == null
                ? Result.ok(Optional.empty())
                : Input.read(policy, LONGEST_POLICY, "policy")
                        .then(Policy::parse)
                        .then(p -> Result.ok(Optional.of(p)));
        Result<Optional<SignedNote>> earlier = since == null
                ? Result.ok(Optional.empty())
                : Input.read(since, SignedNote.MAX_BYTES, "checkpoint")
                        .then(SignedNote::parse)
                        .then(n -> Result.ok(Optional.of(n)));
        return read.then(p -> earlier.then(n -> Result.ok(new Inputs(List.copyOf(parsed), p, n))));
    }

    private int report(LogVerifier.Report report) {
        if (json) {
            Output.line(
                    spec,
                    "{\"ok\":true,\"size\":" + report.checkpoint().size() + ",\"root\":\""
                            + report.checkpoint().root().base64() + "\"}");
        } else {
            report.notes().forEach(note -> Output.line(spec, note));
        }
        return 0;
    }

    private int say(int exit, Refusal refusal) {
        if (json && exit == 1) {
            // Only the code: the sentence may quote a key name, which is whatever its owner chose.
            Output.line(spec, "{\"ok\":false,\"code\":\"" + refusal.code() + "\"}");
        }
        return Output.refuse(spec, exit, refusal);
    }
}
