package org.homeward.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.house.ModuleTable.CLASSES;
import static org.homeward.house.ModuleTable.TABLE;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.house.ModuleTable.Line;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Arrows between modules only point down, and a library is used where the table says. */
class ModuleTableTest {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| [^|]+ \\| ([^|]+) \\|$");
    private static final Pattern LAST_COLUMN = Pattern.compile("(?m)^\\| folder \\| its sentence \\| may use \\|$");

    @Test
    void everyModuleOfTheBuildStandsInTheTable() {
        List<String> built = MODULE.matcher(Tree.read("pom.xml"))
                .results()
                .map(found -> found.group(1))
                // These two hold tests and no program.
                .filter(name -> !name.equals("house-tests") && !name.equals("browser-tests"))
                .toList();
        assertThat(TABLE.stream().map(Line::name))
                .as("a module of the root pom.xml is a line of ModuleTable.TABLE")
                .containsExactlyInAnyOrderElementsOf(built);
    }

    @Test
    void everyModuleOfTheTableIsLookedAt() {
        Set<String> seen = CLASSES.stream()
                .map(c -> ModuleTable.module(c.getPackageName()))
                .collect(Collectors.toSet());
        assertThat(TABLE.stream().map(Line::name))
                .as("a module is a dependency of house-tests/pom.xml, and its packages begin with its name")
                .containsExactlyInAnyOrderElementsOf(seen);
    }

    @Test
    void theTableInTheDocumentationSaysTheSame() {
        Map<String, Set<String>> written = written();
        assertThat(TABLE.stream().collect(Collectors.toMap(Line::name, Line::uses)))
                .isEqualTo(written);
    }

    @TestFactory
    Stream<DynamicTest> arrowsOnlyPointDown() {
        return TABLE.stream()
                .map(line -> dynamicTest(
                        line.name() + " uses " + line.uses() + " and " + line.libraries(),
                        () -> assertThat(line.forbidden()).isEmpty()));
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.homeward.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theSimulatorUsesOnlyTheCoreOfANodeAndTheCoreKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("org.homeward.simulation..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.homeward.node..")
                        .and(resideOutsideOfPackages("org.homeward.node.exchange..", "org.homeward.node.release..")))
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("org.homeward.node.exchange..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "java..",
                        "org.jspecify..",
                        "org.homeward.ledger..",
                        "org.homeward.protocol..",
                        "org.homeward.node.release..",
                        "org.homeward.node.exchange..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("org.homeward.node.release..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "java..",
                        "org.jspecify..",
                        "tools.jackson.databind..",
                        "org.homeward.protocol..",
                        // The gate reads the talks that an agency releases: what it cannot read it cannot hold back.
                        "org.homeward.talks..",
                        "org.homeward.node.release..")
                .check(CLASSES);
    }

    /** The first table of docs/architecture.md: "–" is nothing, "all above" every row before it. The house's own tests are no part of it. */
    private static Map<String, Set<String>> written() {
        String text = Tree.read("docs/architecture.md");
        MatchResult head = LAST_COLUMN.matcher(text).results().findFirst().orElseThrow();
        String table = text.substring(head.start(), text.indexOf("\n\n", head.start()) + 1);
        Map<String, Set<String>> rows = new LinkedHashMap<>();
        ROW.matcher(table).results().forEach(row -> {
            Set<String> uses = new LinkedHashSet<>();
            for (String word : row.group(2).split(", ")) {
                switch (word) {
                    case "–" -> {}
                    case "all above" -> uses.addAll(rows.keySet());
                    case "all above but `sample`" -> {
                        uses.addAll(rows.keySet());
                        uses.remove("sample");
                    }
                    case "node's core" -> uses.add("node");
                    default -> uses.add(word);
                }
            }
            rows.put(row.group(1), uses);
        });
        rows.remove("house-tests");
        return rows;
    }
}
