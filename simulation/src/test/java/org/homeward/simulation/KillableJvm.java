package org.homeward.simulation;

import java.io.IOException;
import java.io.OutputStream;
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
        for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            // An archive is made of jars only.
            if (Files.isDirectory(path)) {
                Path jar = folder.resolve("classes-" + entries.size() + ".jar");
                pack(path, jar);
                entries.add(jar.toString());
            } else if (Files.exists(path)) {
                entries.add(entry);
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
                List.of("-cp", String.join(java.io.File.pathSeparator, entries), main.getName(), base.toString());
        first.add("-XX:ArchiveClassesAtExit=" + archive);
        first.addAll(program);
        Process process = new ProcessBuilder(first)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Wire wire = new Wire(process.getInputStream(), process.getOutputStream(), () -> {});
        // The classes of a node that works; its case is one that no test looks at.
        wire.call("open", "med warm-up", (m, b) -> "");
        wire.call("act", "", (m, b) -> "");
        wire.call("batch", "0", (m, b) -> "");
        process.getOutputStream().close();
        process.waitFor();
        plain.add("-XX:SharedArchiveFile=" + archive);
        plain.addAll(program);
        return new KillableJvm(plain);
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
