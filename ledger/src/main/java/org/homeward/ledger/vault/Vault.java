package org.homeward.ledger.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.homeward.ledger.Hash;
import org.homeward.ledger.Result;

/**
 * Payloads of persons, each sealed under a random key of that person, beside a log that holds only commitments to them.
 *
 * <p>Erasing destroys the person's key, and with it every payload and every salt: in this folder, in its copies, in its
 * backups. The commitments stay in the log and its proofs still verify; nobody can say any more what they were to. Keys lie
 * in a folder of their own, so that its backups can be few and short-lived: a person is erased for good when the last backup
 * of the <em>keys</em> has expired (give it 30 days at most).
 *
 * <p>Limits: a journaling file system or a flash disk may keep old blocks of a deleted key file; it holds the key only
 * wrapped under the owner's key, which never touches the disk here. What was read out before is out. Safe for concurrent use.
 */
public final class Vault {
    /** Length of the owner's key in bytes. */
    public static final int KEY_LENGTH = Sealing.KEY_LENGTH;

    private static final int SALT = 32;

    private final Path payloads;
    private final Path keys;
    private final byte[] ownerKey;
    private final SecureRandom random;

    private Vault(Path payloads, Path keys, byte[] ownerKey, SecureRandom random) {
        this.payloads = payloads;
        this.keys = keys;
        this.ownerKey = ownerKey;
        this.random = random;
    }

    /**
     * Opens or makes a vault.
     *
     * @param payloads folder of the sealed payloads
     * @param keys folder of the persons' wrapped keys, to be backed up apart
     * @param ownerKey 32 bytes that wrap the persons' keys, kept elsewhere; any other length is a bug of the caller
     */
    public static Vault open(Path payloads, Path keys, byte[] ownerKey, SecureRandom random) throws IOException {
        if (ownerKey.length != KEY_LENGTH) {
            throw new IllegalArgumentException("the owner's key has 32 bytes");
        }
        Files.createDirectories(payloads);
        Files.createDirectories(keys);
        return new Vault(payloads, keys, ownerKey.clone(), random);
    }

    /**
     * Keeps a payload durably, in place of an earlier one under the same field.
     *
     * @param person opaque id of the person; goes to the disk only as a keyed hash
     * @param field which payload of the person
     * @return the commitment for the log; refused when the person was erased
     */
    public synchronized Result<Hash> put(String person, String field, byte[] content) throws IOException {
        if (Files.exists(tombstone(person))) {
            return erased();
        }
        byte[] key = read(keyFile(person));
        if (key.length == 0) {
            byte[] fresh = new byte[KEY_LENGTH];
            random.nextBytes(fresh);
            write(keyFile(person), Sealing.seal(ownerKey, "key\n" + person, fresh, random));
            key = read(keyFile(person));
        }
        byte[] personKey = Sealing.open(ownerKey, "key\n" + person, key);
        if (personKey == null) {
            return wrongKey();
        }
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        ByteBuffer plain = ByteBuffer.allocate(SALT + content.length).put(salt).put(content);
        write(payload(person, field), Sealing.seal(personKey, place(person, field), plain.array(), random));
        Arrays.fill(personKey, (byte) 0);
        return Result.ok(new Opening(salt, content).commitment());
    }

    /** Reads a payload with its salt; refused when there is none, when the person was erased, or when the key is wrong. */
    public synchronized Result<Opening> read(String person, String field) throws IOException {
        if (Files.exists(tombstone(person))) {
            return erased();
        }
        byte[] sealed = read(payload(person, field));
        byte[] key = read(keyFile(person));
        if (sealed.length == 0 || key.length == 0) {
            return Result.refused("vault.none", "The vault holds nothing in this field of this person.");
        }
        byte[] personKey = Sealing.open(ownerKey, "key\n" + person, key);
        byte[] plain = personKey == null ? null : Sealing.open(personKey, place(person, field), sealed);
        return plain == null
                ? wrongKey()
                : Result.ok(new Opening(Arrays.copyOf(plain, SALT), Arrays.copyOfRange(plain, SALT, plain.length)));
    }

    /**
     * Destroys the person's key, then the payloads that it alone could open. A crash in between leaves the person erased or
     * not, and calling again finishes it.
     *
     * @return whether there was anything to erase; the caller records a tombstone in the log
     */
    public synchronized boolean erase(String person) throws IOException {
        Path key = keyFile(person);
        boolean there = Files.exists(key);
        // First the mark: from here on nothing is read or written, even if what follows is cut short.
        write(tombstone(person), new byte[0]);
        if (there) {
            byte[] noise = new byte[(int) Files.size(key)];
            random.nextBytes(noise);
            try (FileChannel channel = FileChannel.open(key, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(noise), 0);
                channel.force(true);
            }
            Files.delete(key);
            sync(keys);
        }
        Path folder = payloads.resolve(name(person));
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
            sync(payloads);
        }
        return there;
    }

    private static <T> Result<T> erased() {
        return Result.refused("vault.erased", "This person was erased; what was committed to is gone for good.");
    }

    private static <T> Result<T> wrongKey() {
        return Result.refused(
                "vault.key", "The vault does not open: it has another owner's key, or its files were changed.");
    }

    private static String place(String person, String field) {
        return "payload\n" + person.length() + "\n" + person + "\n" + field;
    }

    private Path keyFile(String person) {
        return keys.resolve(name(person) + ".key");
    }

    private Path tombstone(String person) {
        return keys.resolve(name(person) + ".erased");
    }

    private Path payload(String person, String field) {
        return payloads.resolve(name(person)).resolve(name(person + "\n" + field) + ".sealed");
    }

    private String name(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(ownerKey, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(("name\n" + text).getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", impossible);
        }
    }

    private static byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException none) {
            return new byte[0];
        }
    }

    /** Content first, then name, both synced: after a crash the file is the old one or the new one. */
    private static void write(Path file, byte[] content) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            sync(Objects.requireNonNull(folder.getParent()));
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(folder);
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
