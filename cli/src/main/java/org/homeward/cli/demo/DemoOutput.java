package org.homeward.cli.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Puts a bundle into its folder, whole or not at all; what an earlier case left there is moved aside. */
final class DemoOutput {
    private DemoOutput() {}

    static void unpack(byte[] zip, Path out) throws IOException {
        Path parent = out.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException("The folder " + out + " cannot be written to: name one inside another folder.");
        }
        Files.createDirectories(parent);
        Path made = Files.createTempDirectory(parent, ".out");
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path file = made.resolve(entry.getName()).normalize();
                if (!file.startsWith(made)) {
                    throw new IOException("The bundle names a file outside its folder.");
                }
                Files.createDirectories(file.getParent());
                Files.copy(entries, file);
            }
        }
        if (Files.exists(out)) {
            int number = 1;
            while (Files.exists(aside(out, number))) {
                number++;
            }
            Files.move(out, aside(out, number));
        }
        Files.move(made, out);
    }

    private static Path aside(Path out, int number) {
        return out.resolveSibling(out.getFileName() + "." + number);
    }
}
