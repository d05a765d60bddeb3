package org.homeward.cli.ledger;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.homeward.ledger.Checkpoint;
import org.homeward.ledger.Policy;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.homeward.ledger.SignedNote;
import org.homeward.ledger.TlogProof;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code homeward ledger verify-proof}: is this entry in the log, by a proof that stands alone? */
@Command(
        name = "verify-proof",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a proof in the C2SP tlog-proof format: that an entry is in the log that its checkpoint describes, and that whoever must"
                    + " sign the checkpoint did. Needs neither the log nor a network.",
        },
        footer = {
            "",
            "Exit code: 0 it holds, 1 it does not (said in one sentence), 2 bad input or usage.",
            "",
            "Example:",
            "  homeward ledger verify-proof act-17.tlog-proof --entry act-17.json --policy both-parties.policy"
        })
final class LedgerVerifyProof implements Callable<Integer> {
    /** The largest entry of a bundle. */
    private static final int LONGEST_ENTRY = 1 << 16;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Parameters(paramLabel = "PROOF", description = "File with the proof.")
    private Path proof = Path.of("act.tlog-proof");

    @Option(
            names = "--entry",
            required = true,
            paramLabel = "FILE",
            description = "The entry's bytes, as they were logged.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Path entry;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it.
    private Trust trust;

    @Option(names = "--json", description = "Prints one JSON object instead of a sentence.")
    private boolean json;

    /** Whose signatures count. */
    private static final class Trust {
        @Option(
                names = "--key",
                required = true,
                paramLabel = "KEY",
                description = "Public key of the log, or a file with it.")
        private @Nullable String key;

        @Option(
                names = "--policy",
                required = true,
                paramLabel = "FILE",
                description = "Trust policy (C2SP tlog-policy): logs, witnesses, quorum.")
        private @Nullable Path policy;
    }

    private record Inputs(Policy policy, TlogProof proof, byte[] entry) {}

    @Override
    public Integer call() {
        return switch (inputs()) {
            case Result.Refused<Inputs>(Refusal refusal) -> Output.refuse(spec, 2, refusal);
            case Result.Ok<Inputs>(Inputs in) ->
                switch (in.proof().verify(in.entry(), in.policy())) {
                    case Result.Refused<Checkpoint>(Refusal refusal) -> refused(refusal);
                    case Result.Ok<Checkpoint>(Checkpoint proven) ->
                        holds(in.proof().index(), proven);
                };
        };
    }

    private Result<Inputs> inputs() {
        Result<Policy> policy = trust.key != null
                ? Input.key(trust.key).then(key -> Result.ok(Policy.ofLog(key)))
                : Input.read(java.util.Objects.requireNonNull(trust.policy), LedgerVerify.LONGEST_POLICY, "policy")
                        .then(Policy::parse);
        return policy.then(p -> Input.read(proof, SignedNote.MAX_BYTES, "proof")
                .then(TlogProof::parse)
                .then(read -> Input.read(entry, LONGEST_ENTRY, "entry")
                        .then(bytes -> Result.ok(new Inputs(p, read, bytes)))));
    }

    private int holds(long index, Checkpoint proven) {
        Output.line(
                spec,
                json
                        ? "{\"ok\":true,\"index\":" + index + ",\"size\":" + proven.size() + ",\"root\":\""
                                + proven.root().base64() + "\"}"
                        : "The entry is number " + index + " of the log, from 0. The checkpoint has size "
                                + proven.size() + ", root hash " + proven.root() + ", and whoever must sign it did.");
        return 0;
    }

    private int refused(Refusal refusal) {
        if (json) {
            Output.line(spec, "{\"ok\":false,\"code\":\"" + refusal.code() + "\"}");
        }
        return Output.refuse(spec, 1, refusal);
    }
}
