package org.homeward.ledger.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.ledger.AppendResult;
import org.homeward.ledger.Hash;
import org.homeward.ledger.KeyType;
import org.homeward.ledger.LogOptions;
import org.homeward.ledger.NoteSigner;
import org.homeward.ledger.Policy;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.homeward.ledger.TransparencyLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final String PERSON = "person-7f3a";
    private static final byte[] OWNER = "an owner's key of thirty-two byt".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONTENT = "Сидоренко-Канарка, 1990-02-05".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path disk;

    private Vault vault;

    @BeforeEach
    void open() throws IOException {
        vault = Vault.open(disk.resolve("payloads"), disk.resolve("keys"), OWNER, new SecureRandom());
    }

    private static Refusal refusal(Result<?> result) {
        return ((Result.Refused<?>) result).refusal();
    }

    @Test
    void whatIsPutIsReadBackAndFitsItsCommitment() throws IOException {
        Hash commitment = vault.put(PERSON, "name", CONTENT).get();
        vault.put(PERSON, "unit", new byte[0]);
        Opening opening = vault.read(PERSON, "name").get();
        assertThat(opening.content()).isEqualTo(CONTENT);
        assertThat(opening.commitment()).isEqualTo(commitment);
        assertThat(new Opening(new byte[32], CONTENT).commitment()).isNotEqualTo(commitment);
        assertThat(vault.read(PERSON, "unit").get().content()).isEmpty();
        assertThat(refusal(vault.read(PERSON, "rank")).code()).isEqualTo("vault.none");
        assertThat(refusal(vault.read("another", "name")).code()).isEqualTo("vault.none");
    }

    @Test
    void theSameContentTwiceHasTwoCommitments() throws IOException {
        assertThat(vault.put(PERSON, "name", CONTENT).get())
                .isNotEqualTo(vault.put(PERSON, "name", CONTENT).get());
    }

    @Test
    void noChangedBitOfAnyFileIsReadAsContent() throws IOException {
        vault.put(PERSON, "name", CONTENT);
        for (Path file : files()) {
            byte[] good = Files.readAllBytes(file);
            for (int bit = 0; bit < good.length * 8; bit++) {
                byte[] bad = good.clone();
                bad[bit / 8] ^= (byte) (1 << (bit % 8));
                Files.write(file, bad);
                assertThat(refusal(vault.read(PERSON, "name")).code()).isEqualTo("vault.key");
            }
            Files.write(file, good);
        }
        assertThat(vault.read(PERSON, "name").accepted()).isTrue();
    }

    @Test
    void aPayloadMovedToAnotherFieldOrPersonDoesNotOpen() throws IOException {
        vault.put(PERSON, "name", CONTENT);
        Path name = files().stream()
                .filter(f -> f.toString().endsWith(".sealed"))
                .findFirst()
                .orElseThrow();
        byte[] sealed = Files.readAllBytes(name);
        vault.put(PERSON, "unit", CONTENT);
        for (Path file : files()) {
            if (file.toString().endsWith(".sealed") && !file.equals(name)) {
                Files.write(file, sealed);
            }
        }
        assertThat(refusal(vault.read(PERSON, "unit")).code()).isEqualTo("vault.key");
    }

    @Test
    void anErasedPersonIsInNoFileAndEarlierProofsStillVerify() throws IOException {
        NoteSigner key =
                NoteSigner.ofSeed("log.example/private", KeyType.ED25519, OWNER).get();
        Policy policy = Policy.ofLog(key.verifier());
        AppendResult before;
        byte[] entry;
        try (TransparencyLog log =
                TransparencyLog.open(disk.resolve("log"), LogOptions.of("log.example/private", List.of(key)))) {
            entry = vault.put(PERSON, "name", CONTENT).get().bytes();
            before = log.append(entry);
            vault.put("person-who-stays", "name", new byte[] {1});
            byte[] wrapped = Files.readAllBytes(keyFile());
            byte[] salt = vault.read(PERSON, "name").get().salt();
            Path backup = disk.resolve("backup");
            copy(disk.resolve("payloads"), backup);

            assertThat(vault.erase(PERSON)).isTrue();
            log.append(("erased " + before.index()).getBytes(StandardCharsets.UTF_8));

            assertThat(refusal(vault.read(PERSON, "name")).code()).isEqualTo("vault.erased");
            assertThat(refusal(vault.put(PERSON, "name", CONTENT)).code()).isEqualTo("vault.erased");
            assertThat(vault.erase(PERSON)).isFalse();
            assertThat(vault.read("person-who-stays", "name").accepted()).isTrue();
            for (byte[] trace : traces(wrapped, salt)) {
                assertThat(files())
                        .allSatisfy(f -> assertThat(indexOf(Files.readAllBytes(f), trace))
                                .as("%s", f)
                                .isNegative());
            }
            // Even the owner, with the backup of the payloads put back, has no key to it.
            Files.delete(disk.resolve("keys").resolve(tombstone()));
            copy(backup, disk.resolve("payloads"));
            assertThat(refusal(vault.read(PERSON, "name")).code()).isEqualTo("vault.none");
        }
        assertThat(before.proof().verify(entry, policy).accepted()).isTrue();
    }

    @Test
    void whileThePersonIsThereTheSameSearchFindsTheWrappedKey() throws IOException {
        vault.put(PERSON, "name", CONTENT);
        byte[] wrapped = Files.readAllBytes(keyFile());
        assertThat(files())
                .anySatisfy(
                        f -> assertThat(indexOf(Files.readAllBytes(f), wrapped)).isNotNegative());
        for (byte[] trace : traces(
                new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9},
                vault.read(PERSON, "name").get().salt())) {
            assertThat(files())
                    .allSatisfy(f ->
                            assertThat(indexOf(Files.readAllBytes(f), trace)).isNegative());
        }
    }

    /** The person's content, id, key and salt in the spellings in which a file could hold them. */
    private static List<byte[]> traces(byte[] wrapped, byte[] salt) {
        List<byte[]> traces = new ArrayList<>(List.of(wrapped, salt));
        for (String text : List.of(new String(CONTENT, StandardCharsets.UTF_8), PERSON)) {
            for (Charset charset :
                    List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                traces.add(text.getBytes(charset));
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            traces.add(HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII));
            traces.add(
                    Base64.getEncoder().withoutPadding().encodeToString(bytes).getBytes(StandardCharsets.US_ASCII));
        }
        return traces;
    }

    private static int indexOf(byte[] all, byte[] part) {
        return new String(all, StandardCharsets.ISO_8859_1).indexOf(new String(part, StandardCharsets.ISO_8859_1));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(disk)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private Path keyFile() throws IOException {
        return files().stream()
                .filter(f -> f.toString().endsWith(".key"))
                .filter(this::isOfPerson)
                .findFirst()
                .orElseThrow();
    }

    /** Names are keyed hashes: a file is of the person when nothing can be read without it. */
    private boolean isOfPerson(Path file) {
        try {
            byte[] kept = Files.readAllBytes(file);
            Files.write(file, new byte[] {0});
            boolean mine = !vault.read(PERSON, "name").accepted();
            Files.write(file, kept);
            return mine;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String tombstone() throws IOException {
        return files().stream()
                .map(f -> f.getFileName().toString())
                .filter(n -> n.endsWith(".erased"))
                .findFirst()
                .orElseThrow();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
