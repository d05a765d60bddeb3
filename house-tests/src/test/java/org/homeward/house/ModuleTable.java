package org.homeward.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which module may use which modules and libraries, and the classes that this is checked over. */
final class ModuleTable {
    private static final String ROOT = "org.homeward.";

    /**
     * A line of the table.
     *
     * @param name the folder, which is also the package below {@code org.homeward}
     * @param uses the modules it may use
     * @param libraries the packages it may use besides the JDK's and JSpecify's, with all below them
     */
    record Line(String name, Set<String> uses, Set<String> libraries) {
        private boolean allows(JavaClass target) {
            String in = target.getBaseComponentType().getPackageName();
            if (isOrBelow(in, "org.homeward")) {
                return module(in).equals(name) || uses.contains(module(in));
            }
            return in.isEmpty() // int and the like
                    || Stream.of("java", "javax", "org.jspecify").anyMatch(known -> isOrBelow(in, known))
                    || libraries.stream().anyMatch(library -> isOrBelow(in, library));
        }

        /** Each use of a class that this line does not allow, in ArchUnit's words. */
        List<String> forbidden() {
            return CLASSES.stream()
                    .filter(c -> module(c.getPackageName()).equals(name))
                    .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                    .filter(d -> !allows(d.getTargetClass()))
                    .map(d -> d.getDescription())
                    .toList();
        }
    }

    /** The table of docs/architecture.md, with the libraries of each module. Only the node knows a framework. */
    static final List<Line> TABLE = List.of(
            new Line("names", Set.of(), Set.of()),
            new Line("register", Set.of(), Set.of("de.siegmar.fastcsv", "org.dhatim.fastexcel")),
            new Line("tracing", Set.of("names", "register"), Set.of()),
            new Line(
                    "selection",
                    Set.of(),
                    Set.of(
                            "com.google.ortools",
                            "com.google.protobuf",
                            "de.siegmar.fastcsv",
                            "tools.jackson",
                            "com.fasterxml.jackson.annotation")),
            new Line("ledger", Set.of(), Set.of("org.bouncycastle")),
            new Line("protocol", Set.of("ledger"), Set.of("org.bouncycastle", "tools.jackson")),
            new Line("documents", Set.of(), Set.of("com.openhtmltopdf", "org.apache.pdfbox", "com.google.zxing")),
            new Line(
                    "handover",
                    Set.of("ledger", "protocol", "names", "documents"),
                    Set.of("org.bouncycastle", "tools.jackson", "com.google.zxing", "com.sun.net.httpserver")),
            new Line("record", Set.of(), Set.of()),
            new Line("talks", Set.of("protocol"), Set.of("tools.jackson", "com.fasterxml.jackson.annotation")),
            new Line(
                    "node",
                    Set.of(
                            "names",
                            "register",
                            "tracing",
                            "selection",
                            "ledger",
                            "protocol",
                            "handover",
                            "record",
                            "talks",
                            "documents"),
                    Set.of(
                            "org.springframework",
                            "gg.jte",
                            "jakarta.servlet",
                            "jakarta.activation",
                            "jakarta.mail",
                            "org.eclipse.angus.mail",
                            "org.apache.catalina",
                            "org.apache.coyote",
                            "org.apache.tomcat",
                            "com.fasterxml.jackson.annotation",
                            "com.zaxxer.hikari",
                            "io.prometheus",
                            "org.flywaydb",
                            "org.slf4j",
                            "tools.jackson")),
            new Line("simulation", Set.of("protocol", "node"), Set.of()),
            new Line("sample", Set.of(), Set.of()),
            new Line(
                    "bench",
                    Set.of("names", "tracing", "register", "record", "sample", "talks", "ledger", "handover", "node"),
                    Set.of(
                            "io.zonky.test",
                            "com.sun.management",
                            "com.ibm.icu",
                            "no.priv.garshol.duke",
                            "org.apache.commons.codec",
                            "org.apache.lucene")),
            new Line(
                    "cli",
                    Set.of(
                            "names",
                            "register",
                            "tracing",
                            "selection",
                            "ledger",
                            "protocol",
                            "handover",
                            "record",
                            "talks",
                            "documents",
                            "node",
                            "simulation",
                            "sample",
                            "bench"),
                    Set.of(
                            "picocli",
                            "com.google.zxing",
                            "de.siegmar.fastcsv",
                            "tools.jackson",
                            "com.fasterxml.jackson.annotation")));

    /** What the program is made of, without tests. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.homeward");

    private ModuleTable() {}

    /** The module of a package of ours. */
    static String module(String packageName) {
        return packageName.equals("org.homeward")
                ? ""
                : packageName.substring(ROOT.length()).split("\\.", 2)[0];
    }

    private static boolean isOrBelow(String packageName, String parent) {
        return packageName.equals(parent) || packageName.startsWith(parent + ".");
    }
}
