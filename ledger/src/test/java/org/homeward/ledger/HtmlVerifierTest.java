package org.homeward.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The second verifier, written apart from the first, in a real browser from a local file. */
class HtmlVerifierTest {
    private static final NoteSigner WITNESS_B = Keys.signer("bureau-b.example", KeyType.COSIGNATURE_V1, 4);
    private static final String POLICY = "log %s\nwitness A %s\nwitness B %s\ngroup both all A B\nquorum both\n"
            .formatted(Keys.LOG.verifier(), Keys.WITNESS_A.verifier(), WITNESS_B.verifier());
    private static final String BYTES = "(text => Uint8Array.from(atob(text), c => c.charCodeAt(0)))";

    @TempDir
    Path work;

    private Path folder;
    private SignedNote earlier;
    private Chromium browser;

    @BeforeEach
    void aLogThatBothCoSigned() throws IOException, InterruptedException {
        Path html = work.resolve("verifier.html");
        try (InputStream in = Objects.requireNonNull(LogVerifier.class.getResourceAsStream("verifier.html"))) {
            Files.write(html, in.readAllBytes());
        }
        // Not in the temporary folder: a browser that is killed may leave its profile locked.
        browser = Chromium.open(html, Files.createTempDirectory(Path.of("target"), "chromium"));
        folder = work.resolve("case-1");
        try (TransparencyLog log = TransparencyLog.open(folder, Keys.options())) {
            earlier = log.append(new byte[] {7}).checkpoint();
            for (int i = 0; i < 700; i++) {
                log.submit(("entry " + i).getBytes(StandardCharsets.UTF_8));
            }
            SignedNote note = log.append(new byte[0]).checkpoint();
            for (NoteSigner key : List.of(Keys.WITNESS_A, WITNESS_B)) {
                Witness witness = new Witness(
                        new SimFs(1), List.of(key), Keys.KNOWN, Keys.options().clock());
                Witness.Cosigned lines = (Witness.Cosigned) witness.addCheckpoint(0, List.of(), note);
                log.addCosignatures(note, lines.lines(), List.of(key.verifier()))
                        .get();
            }
        }
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private String check(Path chosen) throws IOException, InterruptedException {
        browser.evaluate("document.getElementById('folder').value = ''");
        browser.choose("#folder", chosen);
        return browser.evaluate("""
                (async () => {
                  // The browser walks the folder after it was chosen; a person waits for that too.
                  const input = document.getElementById('folder');
                  for (let i = 0; i < 600 && input.files.length === 0; i++) await new Promise(r => setTimeout(r, 50));
                  document.getElementById('policy').value = %s;
                  document.getElementById('since').value = %s;
                  const verdict = document.getElementById('verdict');
                  const done = new Promise(resolve => new MutationObserver(() => {
                    if (verdict.className !== '') resolve();
                  }).observe(verdict, { attributes: true, childList: true }));
                  document.querySelector('button').click();
                  await done;
                  return verdict.textContent;
                })()
                """.formatted(
                        Chromium.quoted(POLICY), Chromium.quoted(new String(earlier.bytes(), StandardCharsets.UTF_8))))
                .asString();
    }

    @Test
    void aPersonChoosesTheFolderAndReadsThatEverythingHoldsOrWhatDoesNot() throws Exception {
        assertThat(check(folder)).isEqualTo("Everything holds.");
        Path tile = folder.resolve("tile/0/001");
        byte[] good = Files.readAllBytes(tile);
        good[40] ^= 1;
        Files.write(tile, good);
        assertThat(check(folder)).isEqualTo("The tile tile/0/001 does not fit the entries under it.");
    }

    @Test
    void everyFlippedBitIsFoundWithoutTheFirstVerifier() throws Exception {
        StringBuilder files = new StringBuilder("const files = new Map();");
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (name.startsWith("tile/") || name.startsWith("checkpoint")) {
                    files.append("files.set('%s', %s('%s'));"
                            .formatted(name, BYTES, Base64.getEncoder().encodeToString(Files.readAllBytes(file))));
                }
            }
        }
        JsonNode result = browser.evaluate("""
                (() => { %s
                  const policy = %s;
                  let flipped = 0, missed = [];
                  if (!verifyLog(files, '', policy).ok) missed.push('the sound log');
                  for (const [name, bytes] of files) {
                    for (let bit = flipped %% 7919; bit < bytes.length * 8; bit += 7919) {
                      bytes[bit >> 3] ^= 1 << (bit & 7);
                      if (verifyLog(files, '', policy).ok) missed.push(name + ' bit ' + bit);
                      bytes[bit >> 3] ^= 1 << (bit & 7);
                      flipped++;
                    }
                  }
                  return { flipped, missed };
                })()
                """.formatted(files, Chromium.quoted(POLICY)));
        assertThat(result.get("missed")).isEmpty();
        assertThat(result.get("flipped").asInt()).isGreaterThan(30);
    }

    @Test
    void itJudgesEveryPublishedEd25519VectorAsTheFirstDoes() throws Exception {
        JsonNode vectors = new ObjectMapper()
                .readTree(SharedData.ledger()
                        .resolve("wycheproof/testvectors_v1/ed25519_test.json")
                        .toFile());
        JsonNode weak = new ObjectMapper()
                .readTree(SharedData.ledger()
                        .resolve("cctv/ed25519/ed25519vectors.json")
                        .toFile());
        JsonNode result = browser.evaluate("""
                (() => {
                  const bytes = text => Uint8Array.from(text.match(/../g) ?? [], b => parseInt(b, 16));
                  const wrong = [];
                  let judged = 0, refused = 0;
                  for (const group of %s.testGroups) for (const t of group.tests) {
                    const holds = ed25519Verify(bytes(group.publicKey.pk), bytes(t.msg), bytes(t.sig));
                    if (holds !== (t.result === 'valid')) wrong.push(t.tcId);
                    judged++;
                  }
                  for (const t of %s) {
                    if (!(t.flags ?? []).some(f => f === 'low_order_A' || f === 'non_canonical_A')) continue;
                    if (ed25519Verify(bytes(t.key), new TextEncoder().encode(t.msg), bytes(t.sig))) wrong.push(t.number);
                    if (isAcceptableKey(bytes(t.key))) wrong.push(t.number);
                    refused++;
                  }
                  return { judged, refused, wrong };
                })()
                """.formatted(vectors, weak));
        assertThat(result.get("wrong")).isEmpty();
        assertThat(result.get("judged").asInt()).isEqualTo(151);
        assertThat(result.get("refused").asInt()).isGreaterThan(100);
    }
}
