package org.homeward.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The second verifier, written apart from the first, in a real browser from a local file. */
class HtmlVerifierTest {
    private static final String POLICY = "log %s\nwitness A %s\nwitness B %s\ngroup both all A B\nquorum both\n"
            .formatted(Keys.LOG.verifier(), Keys.WITNESS_A.verifier(), Keys.WITNESS_B.verifier());
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
            for (NoteSigner key : List.of(Keys.WITNESS_A, Keys.WITNESS_B)) {
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

    private String read(String expression) throws IOException, InterruptedException {
        return browser.evaluate(expression).asString();
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
    void ofEachSignatureLineItIsSaidWhetherItWasChecked() throws Exception {
        SignedNote note = SignedNote.parse(Files.readAllBytes(folder.resolve("checkpoint")))
                .get();
        NoteSigner stranger = Keys.signer("stranger.example", KeyType.ML_DSA_44, 8);
        Files.write(
                folder.resolve("checkpoint"),
                note.with(List.of(stranger.sign(note.text(), 1_770_000_000L))).bytes());
        assertThat(check(folder)).isEqualTo("Everything holds.");
        String files = "[...document.querySelectorAll('#files > *')].map(e => e.innerText.replace(/\\s+/g, ' '))";
        assertThat(read(files + ".join('|')"))
                .contains("checkpoint: 1 of 2 signature lines checked.")
                .contains("Ed25519 signature Checked: holds. stranger.example")
                .contains("NOT checked: no key with this name and number was given.")
                .contains("earlier checkpoint: 1 of 1 signature lines checked.")
                .contains("checkpoint.cosigned: 3 of 3 signature lines checked.")
                .contains("Ed25519 co-signature Checked: holds. Signed at 2026-02-02 02:40 UTC.")
                .contains("ML-DSA-44 co-signature Checked: holds. Signed at 2026-02-02 02:40 UTC.");
        SignedNote.Line wrong = Keys.WITNESS_B.sign(note.text().replace("\n702\n", "\n701\n"), 1_770_000_000L);
        Files.write(folder.resolve("checkpoint"), note.with(List.of(wrong)).bytes());
        assertThat(check(folder)).isEqualTo("checkpoint: The signature of bureau-b.example does not verify.");
        assertThat(read(files + ".join('|')")).contains("ML-DSA-44 co-signature Checked: does NOT hold.");
    }

    @Test
    void eachOfTheFourLanguagesSaysEverythingAndArabicFromTheRight() throws Exception {
        JsonNode gaps = browser.evaluate("""
                (() => {
                  const values = text => (text.match(/\\{\\d\\}/g) ?? []).sort().join();
                  const gaps = [];
                  for (const language of ['en', 'uk', 'ru', 'ar']) {
                    for (const key of new Set(Object.values(TEXT).flatMap(Object.keys))) {
                      const text = TEXT[language][key];
                      if (!text || values(text) !== values(TEXT.en[key])) gaps.push(language + ' ' + key);
                      if (language !== 'en' && !key.endsWith('Hint') && text === TEXT.en[key]) gaps.push(key);
                    }
                  }
                  const source = document.scripts[0].textContent;
                  for (const [, key] of source.matchAll(/(?:refuse|bad)\\('(\\w+)'/g)) {
                    if (!TEXT.en[key] && !TEXT.en[key + 'Since']) gaps.push('unknown ' + key);
                  }
                  return gaps;
                })()
                """);
        assertThat(gaps).isEmpty();
        check(folder);
        for (String language : List.of("en", "uk", "ru", "ar")) {
            browser.evaluate("document.getElementById('language').value = '%s', show()".formatted(language));
            assertThat(read("getComputedStyle(document.body).direction"))
                    .isEqualTo(language.equals("ar") ? "rtl" : "ltr");
            assertThat(read("document.documentElement.lang")).isEqualTo(language);
            assertThat(browser.evaluate("document.getElementById('verdict').textContent === TEXT['%s'].holds"
                                    .formatted(language))
                            .asBoolean())
                    .isTrue();
            assertThat(browser.evaluate("[...document.querySelectorAll('[data-t]')].every(e => e.textContent !== '')")
                            .asBoolean())
                    .isTrue();
        }
    }

    private String judged(ForeignLog log, String policy) throws IOException, InterruptedException {
        return read(
                "(() => { %s const found = verifyLog(files, '', %s); return found.ok ? 'ok' : found.problem.key; })()"
                        .formatted(files(log.files), Chromium.quoted(policy)));
    }

    @Test
    void aLogThatSomebodyElseWroteHoldsAndItsFaultsAreNamedAsTheFirstVerifierNamesThem() throws Exception {
        ForeignLog.Signer key = ForeignLog.Signer.of("журнал.приклад", 6, 1);
        ForeignLog.Signer witness = ForeignLog.Signer.of("w.example", 4, 2);
        String policy = "log " + key.vkey() + "\nwitness w " + witness.vkey() + "\nquorum w\n";
        for (int size : new int[] {0, 1, 255, 256, 257, 600}) {
            ForeignLog log = new ForeignLog(key.name(), Collections.nCopies(size, new byte[] {1, 2, 3}));
            log.sign(
                    ForeignLog.line("soft\u00adname", new byte[4], new byte[] {9}),
                    key.line(log.body, 7),
                    witness.line(log.body, 8));
            assertThat(judged(log, policy)).isEqualTo("ok");
            log.sign(key.line(log.body, 7));
            assertThat(judged(log, policy)).isEqualTo("quorum");
            log.sign(witness.line(log.body, 7));
            assertThat(judged(log, policy)).isEqualTo("unknown");
            log.sign(key.line(log.body + "x", 7).replace("A", "B"), witness.line(log.body, 7));
            assertThat(judged(log, policy)).isIn("signature", "noteLine", "unknown");
        }
        ForeignLog other =
                new ForeignLog(key.name(), Collections.nCopies(9, new byte[3]), new ForeignLog.Prefixes(0, 0));
        other.sign(key.line(other.body, 7), witness.line(other.body, 8));
        assertThat(judged(other, policy)).isEqualTo("root");
        other.files.remove("tile/0/000.p/9");
        assertThat(judged(other, policy)).isEqualTo("missing");
    }

    /** The files as the page has them. */
    private static String files(Map<String, byte[]> files) {
        StringBuilder script = new StringBuilder("const files = new Map();");
        files.forEach((name, bytes) -> script.append("files.set('%s', %s('%s'));"
                .formatted(name, BYTES, Base64.getEncoder().encodeToString(bytes))));
        return script.toString();
    }

    @Test
    void everyFlippedBitIsFoundWithoutTheFirstVerifier() throws Exception {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (name.startsWith("tile/") || name.startsWith("checkpoint")) {
                    files.put(name, Files.readAllBytes(file));
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
                """.formatted(files(files), Chromium.quoted(POLICY)));
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

    @Test
    void itJudgesEveryPublishedMlDsa44VectorAsTheFirstDoes() throws Exception {
        JsonNode vectors = new ObjectMapper()
                .readTree(SharedData.ledger()
                        .resolve("wycheproof/testvectors_v1/mldsa_44_verify_test.json")
                        .toFile());
        JsonNode result = browser.evaluate("""
                (() => {
                  const bytes = text => Uint8Array.from(text.match(/../g) ?? [], b => parseInt(b, 16));
                  const wrong = [];
                  let judged = 0;
                  for (const group of %s.testGroups) for (const t of group.tests) {
                    const holds = mldsaVerify(bytes(group.publicKey), bytes(t.msg), bytes(t.sig), bytes(t.ctx ?? ''));
                    if (holds !== (t.result === 'valid')) wrong.push(t.tcId);
                    judged++;
                  }
                  return { judged, wrong };
                })()
                """.formatted(vectors));
        assertThat(result.get("wrong")).isEmpty();
        assertThat(result.get("judged").asInt()).isEqualTo(180);
    }
}
