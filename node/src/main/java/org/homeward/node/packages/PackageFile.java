package org.homeward.node.packages;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.node.packages.PackageRefusal.Code;
import org.homeward.node.release.Released;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/**
 * The file: a header, one item a line, and the sender's signature over all of it. It names no files, so that none can be written by
 * reading it, and it is not compressed, so that it is no larger than it looks.
 */
public final class PackageFile {
    static final String FORMAT = "homeward-package";
    static final int VERSION = 1;

    /** Largest package that is read, in bytes. */
    public static final int MAX_BYTES = 128 * 1024 * 1024;

    private static final int MAX_LINE = Envelope.MAX_BYTES + 1024;
    private static final int MAX_ITEMS = 100_000;

    private PackageFile() {}

    /** The first line. */
    public record Header(int v, String format, String caseId, String from, String to, String at, int items) {}

    private record Trailer(String digest, String sig) {}

    /** A file that cannot be taken. */
    public static final class BadPackageException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient PackageRefusal refusal;

        BadPackageException(Code code, String sentence) {
            super(sentence);
            this.refusal = new PackageRefusal(code, sentence);
        }

        public PackageRefusal refusal() {
            return refusal;
        }
    }

    static byte[] write(String caseId, String from, String to, Instant at, List<Released> items, SigningKey key) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        line(out, CanonicalJson.bytes(new Header(VERSION, FORMAT, caseId, from, to, at.toString(), items.size())));
        items.forEach(item -> line(out, item.bytes()));
        String digest = Bytes.hex(Bytes.sha256(out.toByteArray()));
        String sig = key.sign(message(caseId, from, to, digest));
        line(out, CanonicalJson.bytes(new Trailer(digest, sig)));
        return out.toByteArray();
    }

    private static void line(ByteArrayOutputStream out, byte[] bytes) {
        out.writeBytes(bytes);
        out.write('\n');
    }

    private static byte[] message(String caseId, String from, String to, String digest) {
        return CanonicalJson.bytes(
                Map.of("purpose", "homeward/package/1", "case", caseId, "from", from, "to", to, "digest", digest));
    }

    /** Whose signature a package must bear; throws when it is nobody's who may send one here. */
    interface Senders {
        String keyOf(Header header) throws BadPackageException;
    }

    record Content(Header header, List<PackageItem> items) {}

    /** Reads the first line only: which case the file belongs to. */
    public static Header header(Path file) throws IOException, BadPackageException {
        if (Files.size(file) > MAX_BYTES) {
            throw new BadPackageException(
                    Code.TOO_LARGE,
                    "The file is larger than a package of " + MAX_BYTES + " bytes: it is none of ours.");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return header(readLine(in, 4096));
        }
    }

    private static Header header(byte[] line) throws BadPackageException {
        try {
            var tree = CanonicalJson.parse(line);
            if (!FORMAT.equals(tree.path("format").asString(""))) {
                throw notAPackage();
            }
            if (tree.path("v").asInt(0) != VERSION) {
                throw new BadPackageException(
                        Code.FUTURE_VERSION, "The package is of a version that this program does not read: update it.");
            }
            return CanonicalJson.as(tree, Header.class);
        } catch (MalformedJsonException e) {
            throw notAPackage();
        }
    }

    private static BadPackageException notAPackage() {
        return new BadPackageException(
                Code.NOT_A_PACKAGE, "The file is not a sealed package: take one that 'homeward node export' wrote.");
    }

    /** Reads and checks a whole file; the sender's key is asked for before anything but the header is believed. */
    static Content read(Path file, Senders senders) throws IOException, BadPackageException {
        header(file);
        MessageDigest digest = sha256();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            byte[] first = readLine(in, 4096);
            Header header = header(first);
            String key = senders.keyOf(header);
            if (header.items() < 0 || header.items() > MAX_ITEMS) {
                throw new BadPackageException(
                        Code.TOO_LARGE,
                        "The package says that it has " + header.items() + " items: it is none of ours.");
            }
            update(digest, first);
            List<byte[]> lines = new ArrayList<>();
            for (int i = 0; i < header.items(); i++) {
                byte[] line = readLine(in, MAX_LINE);
                update(digest, line);
                lines.add(line);
            }
            signed(header, key, Bytes.hex(digest.digest()), readLine(in, 4096));
            if (in.read() >= 0) {
                throw new BadPackageException(
                        Code.CHANGED, "Something stands behind the end of the package: make it anew.");
            }
            return new Content(header, items(lines));
        }
    }

    private static void signed(Header header, String key, String digest, byte[] last) throws BadPackageException {
        Trailer trailer;
        try {
            trailer = CanonicalJson.read(last, Trailer.class);
        } catch (MalformedJsonException e) {
            throw new BadPackageException(
                    Code.CHANGED, "The package does not end with its seal: it was changed on the way; make it anew.");
        }
        if (!trailer.digest().equals(digest)) {
            throw new BadPackageException(Code.CHANGED, "The package was changed on the way: make it anew.");
        }
        if (!SigningKey.verifies(key, message(header.caseId(), header.from(), header.to(), digest), trailer.sig())) {
            throw new BadPackageException(
                    Code.BAD_SIGNATURE, "The package is not signed by the node that it says it is from.");
        }
    }

    private static List<PackageItem> items(List<byte[]> lines) throws BadPackageException {
        List<PackageItem> items = new ArrayList<>();
        for (byte[] line : lines) {
            try {
                items.add(PackageItem.parse(line));
            } catch (MalformedJsonException e) {
                throw new BadPackageException(
                        Code.UNREADABLE,
                        "Item " + (items.size() + 1) + " of the package cannot be read: " + e.getMessage() + ".");
            }
        }
        return items;
    }

    private static byte[] readLine(InputStream in, int max) throws IOException, BadPackageException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b;
        while ((b = in.read()) != '\n') {
            if (b < 0) {
                if (line.size() == 0 || max > 4096) {
                    throw new BadPackageException(
                            Code.TRUNCATED, "The package ends too early: it was cut off; copy it again.");
                }
                throw line.toByteArray()[0] == '{'
                        ? new BadPackageException(
                                Code.TRUNCATED, "The package ends too early: it was cut off; copy it again.")
                        : notAPackage();
            }
            if (line.size() == max) {
                throw max == 4096
                        ? notAPackage()
                        : new BadPackageException(Code.TOO_LARGE, "An item of the package is larger than any may be.");
            }
            line.write(b);
        }
        return line.toByteArray();
    }

    private static void update(MessageDigest digest, byte[] line) {
        digest.update(line);
        digest.update((byte) '\n');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
