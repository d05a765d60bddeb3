package org.homeward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.homeward.ledger.Hash;
import org.homeward.ledger.KeyType;
import org.homeward.ledger.LogOptions;
import org.homeward.ledger.NoteSigner;
import org.homeward.ledger.TransparencyLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerVerifyProofTest {
    private static final NoteSigner KEY = NoteSigner.ofSeed("log.example/case-1", KeyType.ED25519, new byte[32])
            .get();
    private static final String VKEY = KEY.verifier().vkey();
    private static final int ENTRIES = 70;
    private static final int PROVEN = 17;

    @TempDir
    private Path work;

    private Path proof;
    private Path entry;

    @BeforeEach
    void aProofOfOneEntryOfSeventy() throws Exception {
        proof = work.resolve("act.tlog-proof");
        entry = work.resolve("act.json");
        try (TransparencyLog log = TransparencyLog.open(
                work.resolve("log"), LogOptions.of(KEY.verifier().name(), java.util.List.of(KEY)))) {
            for (int i = 0; i < ENTRIES; i++) {
                var appended = log.submit(("entry " + i).getBytes(StandardCharsets.UTF_8));
                if (i == ENTRIES - 1) {
                    Files.write(
                            proof,
                            log.prove(PROVEN, appended.get().checkpoint()).bytes());
                }
            }
        }
        Files.writeString(entry, "entry " + PROVEN);
    }

    private record Said(int exit, String error, String output) {}

    private static Said run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Homeward.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
        return new Said(exit, err.toString(), out.toString());
    }

    private Said verify(String... more) {
        String[] args = new String[5 + more.length];
        args[0] = "ledger";
        args[1] = "verify-proof";
        args[2] = proof.toString();
        args[3] = "--entry";
        args[4] = entry.toString();
        System.arraycopy(more, 0, args, 5, more.length);
        return run(args);
    }

    private void refuses(int exit, UnaryOperator<String> change, String reason) throws IOException {
        String sound = Files.readString(proof, StandardCharsets.ISO_8859_1);
        String changed = change.apply(sound);
        assertThat(changed).isNotEqualTo(sound);
        Files.writeString(proof, changed, StandardCharsets.ISO_8859_1);
        Said said = verify("--key", VKEY);
        assertThat(said.exit()).as(said.error()).isEqualTo(exit);
        assertThat(said.error()).contains(reason).doesNotContain("Exception", "\tat ");
        assertThat(said.error().strip().lines()).hasSize(1);
        assertThat(said.output()).isEmpty();
        Files.writeString(proof, sound, StandardCharsets.ISO_8859_1);
    }

    @Test
    void aSoundProofHoldsByKeyAndByPolicy() throws IOException {
        Said said = verify("--key", VKEY);
        assertThat(said.exit()).as(said.error()).isZero();
        assertThat(said.output()).contains("number 17", "size 70");
        Path policy = Files.writeString(work.resolve("policy"), "log " + VKEY + "\nquorum none\n");
        assertThat(verify("--policy", policy.toString(), "--json").output())
                .startsWith("{\"ok\":true,\"index\":17,\"size\":70,\"root\":\"");
    }

    @Test
    void anotherEntryIndexPathOrKeyDoesNot() throws IOException {
        refuses(1, s -> s.replace("index 17\n", "index 18\n"), "does not lead");
        refuses(1, s -> s.replace("index 17\n", "index " + Long.MAX_VALUE + "\n"), "does not lead");
        refuses(
                1,
                s -> s.replaceFirst(
                        "(index 17\n)[^\n]+", "$1" + Hash.of(new byte[32]).base64()),
                "does not lead");
        refuses(1, s -> s.replaceFirst("(index 17\n)[^\n]+\n", "$1"), "does not lead");
        Files.writeString(entry, "another entry");
        assertThat(verify("--key", VKEY).error()).contains("does not lead from this entry");
        NoteSigner other = NoteSigner.ofSeed(
                        "log.example/case-1", KeyType.ED25519, "x".repeat(32).getBytes(StandardCharsets.US_ASCII))
                .get();
        assertThat(verify("--key", other.verifier().vkey()).exit()).isNotZero();
    }

    @Test
    void whatIsNoProofIsToldInASentence() throws IOException {
        refuses(2, s -> s.replace("index 17\n", "index 9223372036854775808\n"), "2^63");
        refuses(2, s -> s.replace("index 17\n", "index -1\n"), "2^63");
        refuses(2, s -> s.replace("index 17\n", "index 017\n"), "2^63");
        refuses(
                2,
                s -> s.replace(
                        "index 17\n", "index 17\n" + (Hash.of(new byte[32]).base64() + "\n").repeat(64)),
                "63 hashes");
        refuses(2, s -> s.replace("@v1", "@v2"), "does not begin");
        refuses(2, s -> s.replace("\n\n", "\n"), "");
        refuses(2, s -> s.replaceFirst("(index 17\n)[^\n]+", "$1AAAA"), "");
        refuses(1, s -> s.replaceFirst("70\n", "18446744073709551616\n"), "2^63");
        refuses(2, s -> "\u0000".repeat(2_000_000), "larger");
        refuses(2, s -> "", "empty line");
        assertThat(run("ledger", "verify-proof", work.toString(), "--entry", entry.toString(), "--key", VKEY)
                        .error())
                .contains("is a folder");
        assertThat(verify("--key", "nonsense").exit()).isEqualTo(2);
        assertThat(verify().exit()).as("nobody to trust").isEqualTo(2);
    }
}
