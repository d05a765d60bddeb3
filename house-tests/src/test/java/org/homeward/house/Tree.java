package org.homeward.house;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of the project, without what a build or an editor put beside them. */
final class Tree {
    /** What .gitignore names. */
    private static final Set<String> NOT_OURS = Set.of(".git", ".ci", "target", "out", ".homeward", ".idea", ".vscode");

    static final Path ROOT = root();

    /** Every file, below {@link #ROOT}. */
    static final List<Path> FILES = files();

    private Tree() {}

    static String read(String path) {
        return text(ROOT.resolve(path));
    }

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files() {
        try {
            List<Path> tracked = tracked();
            if (!tracked.isEmpty()) {
                return tracked;
            }
            try (Stream<Path> all = Files.walk(ROOT)) {
                return all.filter(Files::isRegularFile).filter(Tree::ours).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What git keeps, so that somebody's own notes fail no test; nothing in an unpacked archive or without git. */
    private static List<Path> tracked() throws IOException {
        if (!Files.exists(ROOT.resolve(".git"))) {
            return List.of();
        }
        Process git;
        try {
            git = new ProcessBuilder("git", "ls-files", "-z")
                    .directory(ROOT.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException notInstalled) {
            return List.of();
        }
        try (InputStream names = git.getInputStream()) {
            return Stream.of(new String(names.readAllBytes(), StandardCharsets.UTF_8).split("\0"))
                    .filter(name -> !name.isEmpty())
                    .map(ROOT::resolve)
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    private static boolean ours(Path file) {
        for (Path part : ROOT.relativize(file)) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("house-tests"))) {
            here = here.getParent();
        }
        return here;
    }
}
