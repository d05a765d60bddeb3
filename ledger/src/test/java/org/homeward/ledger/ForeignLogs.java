package org.homeward.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.homeward.ledger.ForeignLog.Signer;
import org.jspecify.annotations.Nullable;

/** What the tests of foreign logs share: keys and entries that are the same in every run, and what the verifier says. */
final class ForeignLogs {
    static final Signer WITNESS = Signer.of("witness.example/w1", 4, 40);
    static final long TIME = 1_770_000_000L;

    private ForeignLogs() {}

    static List<byte[]> entries(int count) {
        SplittableRandom random = new SplittableRandom(count);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    byte[] entry = new byte[i == 0 ? 5 : random.nextInt(40)];
                    random.nextBytes(entry);
                    return entry;
                })
                .toList();
    }

    static LogFiles in(Map<String, byte[]> files) {
        return new LogFiles() {
            @Override
            public boolean has(String name) {
                return files.containsKey(name);
            }

            @Override
            public byte @Nullable [] read(String name, int limit) {
                byte[] bytes = files.get(name);
                return bytes == null || bytes.length > limit ? null : bytes;
            }
        };
    }

    static String said(Map<String, byte[]> files, String policy, @Nullable String since) throws IOException {
        return said(
                files,
                List.of(),
                Optional.of(
                        Policy.parse(policy.getBytes(StandardCharsets.UTF_8)).get()),
                since);
    }

    static String said(
            Map<String, byte[]> files, List<NoteVerifier> keys, Optional<Policy> policy, @Nullable String since)
            throws IOException {
        Optional<SignedNote> earlier = Optional.ofNullable(since)
                .map(s -> SignedNote.parse(s.getBytes(StandardCharsets.UTF_8)).get());
        return switch (LogVerifier.verify(in(files), keys, policy, earlier, EntryCheck.NONE)) {
            case Result.Refused<LogVerifier.Report>(Refusal refusal) -> refusal.code() + ": " + refusal.sentence();
            case Result.Ok<LogVerifier.Report>(LogVerifier.Report report) -> String.join(" ", report.notes());
        };
    }

    static String policy(Signer log, Signer... witnesses) {
        StringBuilder policy = new StringBuilder("log " + log.vkey() + "\n");
        StringBuilder all = new StringBuilder("group all-of-them all");
        for (Signer witness : witnesses) {
            policy.append("witness ").append(witness.name()).append(' ').append(witness.vkey());
            policy.append('\n');
            all.append(' ').append(witness.name());
        }
        return policy + (witnesses.length == 0 ? "quorum none\n" : all + "\nquorum all-of-them\n");
    }
}
