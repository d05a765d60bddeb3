package org.homeward.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A file of an exchange's folder.
 *
 * @param path from the folder, with {@code /} between the names
 * @param bytes its length
 * @param sha256 its SHA-256 (FIPS 180-4) in lower-case hexadecimal
 */
public record ListedFile(String path, long bytes, String sha256) {

    /**
     * All regular files under the folder in the order of their paths; symbolic links are not followed, so nothing outside
     * the folder is read.
     *
     * @throws IOException when the folder or a file in it cannot be read
     */
    public static List<ListedFile> under(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
        List<ListedFile> listed = new ArrayList<>();
        for (Path file : files) {
            String path = StreamSupport.stream(folder.relativize(file).spliterator(), false)
                    .map(Path::toString)
                    .collect(Collectors.joining("/"));
            listed.add(of(path, file));
        }
        // By text, not by Path: the order must not depend on the machine.
        listed.sort(java.util.Comparator.comparing(ListedFile::path));
        return List.copyOf(listed);
    }

    private static ListedFile of(String path, Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            long bytes = in.transferTo(OutputStream.nullOutputStream());
            return new ListedFile(path, bytes, HexFormat.of().formatHex(digest.digest()));
        }
    }
}
