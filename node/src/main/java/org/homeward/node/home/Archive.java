package org.homeward.node.home;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/** The ZIP file of a backup: its files, and after them the manifest with their digests. */
final class Archive {
    /** A manifest of a million files; more is not a backup. */
    private static final int MAX_MANIFEST = 256 * 1024 * 1024;

    private Archive() {}

    /** The file is not a backup, or is damaged; the message says where, and completes a sentence. */
    static final class DamagedException extends Exception {
        private static final long serialVersionUID = 1L;

        DamagedException(String message) {
            super(message);
        }
    }

    /** Writes one archive. */
    static final class Writer implements AutoCloseable {
        private final ZipOutputStream zip;
        private final List<Manifest.Item> items = new ArrayList<>();

        Writer(Path file) throws IOException {
            this.zip = new ZipOutputStream(Files.newOutputStream(file));
        }

        void add(String path, Path file) throws IOException {
            zip.putNextEntry(new ZipEntry(path));
            try (InputStream in = Files.newInputStream(file)) {
                items.add(copy(in, zip, path, Long.MAX_VALUE));
            }
            zip.closeEntry();
        }

        void finish(String node, boolean keys) throws IOException {
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(CanonicalJson.bytes(new Manifest(Manifest.VERSION, node, keys, items)));
            zip.closeEntry();
        }

        int files() {
            return items.size();
        }

        long bytes() {
            return items.stream().mapToLong(Manifest.Item::size).sum();
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }

    /** Puts every file of a backup below that folder, forced to the disk and compared with its digest. */
    static Manifest extract(Path backup, Path folder) throws IOException, DamagedException {
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            Manifest manifest = manifest(zip);
            if (zip.size() != manifest.files().size() + 1) {
                throw new DamagedException("it holds other files than its manifest names");
            }
            for (Manifest.Item item : manifest.files()) {
                Path file = folder.resolve(item.path());
                Path parent = file.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                extract(zip, item, file);
            }
            return manifest;
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            // The last: an entry's name that is no text, or a path that no file system takes.
            throw new DamagedException("it is not a ZIP file, or is damaged");
        }
    }

    private static void extract(ZipFile zip, Manifest.Item item, Path file) throws IOException, DamagedException {
        Manifest.Item found;
        try (InputStream in = entry(zip, item.path());
                OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            found = copy(in, out, item.path(), item.size());
        } catch (ZipException e) {
            throw new DamagedException("its file " + item.path() + " is damaged");
        } catch (EOFException e) {
            throw new DamagedException("its file " + item.path() + " ends too early");
        }
        if (!found.equals(item)) {
            throw new DamagedException("its file " + item.path() + " is not the one that was backed up");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException, DamagedException {
        try (InputStream in = entry(zip, Manifest.NAME)) {
            Manifest manifest = CanonicalJson.read(in.readNBytes(MAX_MANIFEST), Manifest.class);
            var flaw = manifest.flaw();
            if (flaw.isPresent()) {
                throw new DamagedException(flaw.get());
            }
            return manifest;
        } catch (MalformedJsonException | ZipException | EOFException e) {
            throw new DamagedException("its manifest is damaged");
        }
    }

    private static InputStream entry(ZipFile zip, String name) throws IOException, DamagedException {
        ZipEntry entry = zip.getEntry(name);
        InputStream in = entry == null ? null : zip.getInputStream(entry);
        if (in == null) {
            throw new DamagedException("its file " + name + " is missing");
        }
        return in;
    }

    /** Stops one buffer behind the size that was said: what unpacks to more is damaged, and may be endless. */
    private static Manifest.Item copy(InputStream in, OutputStream out, String path, long size) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[64 * 1024];
        long copied = 0;
        int read;
        while (copied <= size && (read = in.read(buffer)) >= 0) {
            out.write(buffer, 0, read);
            digest.update(buffer, 0, read);
            copied += read;
        }
        return new Manifest.Item(path, copied, Bytes.hex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
