package org.homeward.simulation;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Processes that start in a fraction of a second: their classes are read and linked once, into an archive. */
final class KillableJvm {
    private final List<String> command;

    private KillableJvm(List<String> command) {
        this.command = command;
    }

    /** Makes the archive from a first process that lives until its input ends. */
    static KillableJvm make(Path folder, Path base, Class<?> main) throws Exception {
        List<String> entries = new ArrayList<>();
        for (Path path : classPath(main)) {
            // An archive is made of jars only.
            if (Files.isDirectory(path)) {
                Path jar = folder.resolve("classes-" + entries.size() + ".jar");
                pack(path, jar);
                entries.add(jar.toString());
            } else if (Files.exists(path)) {
                entries.add(path.toString());
            }
        }
        Path archive = folder.resolve("classes.jsa");
        List<String> plain = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx96m",
                "-Xlog:cds=off",
                "-Xlog:cds*=off"));
        List<String> first = new ArrayList<>(plain);
        List<String> program =
                List.of("-cp", String.join(File.pathSeparator, entries), main.getName(), base.toString());
        first.add("-XX:ArchiveClassesAtExit=" + archive);
        first.addAll(program);
        Path errors = folder.resolve("errors.txt");
        Process process =
                new ProcessBuilder(first).redirectError(errors.toFile()).start();
        Wire wire = new Wire(process.getInputStream(), process.getOutputStream(), () -> {});
        // The classes of a node that works; its case is one that no test looks at.
        try {
            wire.call("open", "med warm-up", (m, b) -> "");
            wire.call("act", "", (m, b) -> "");
            wire.call("batch", "0", (m, b) -> "");
        } catch (Wire.Dead dead) {
            throw new IOException("the first process died: " + Files.readString(errors), dead);
        }
        process.getOutputStream().close();
        process.waitFor();
        plain.add("-XX:SharedArchiveFile=" + archive);
        plain.addAll(program);
        return new KillableJvm(plain);
    }

    /** Where the classes of this test come from, whether Surefire or a loader of its own gave them. */
    private static List<Path> classPath(Class<?> main) throws Exception {
        List<Path> all = new ArrayList<>();
        if (main.getClassLoader() instanceof URLClassLoader loader) {
            for (URL url : loader.getURLs()) {
                all.add(Path.of(url.toURI()));
            }
        } else {
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                all.add(Path.of(entry));
            }
        }
        return all;
    }

    Process start() throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void pack(Path folder, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> files = Files.walk(folder)) {
            for (Path one : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(folder.relativize(one).toString()));
                Files.copy(one, out);
                out.closeEntry();
            }
        }
    }
}
