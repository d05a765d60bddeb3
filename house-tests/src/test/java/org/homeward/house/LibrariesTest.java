package org.homeward.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the program brings with it, by the list that its build makes (CycloneDX): also the libraries that libraries bring. Their licences are
 * those that each names itself.
 */
class LibrariesTest {
    private static final Path LIST = Tree.ROOT.resolve("cli/target/homeward-libraries.json");

    private static JsonNode list() throws IOException {
        boolean there = Files.exists(LIST);
        if (!there) {
            System.err.println(
                    "SKIPPED: the list of libraries is made by `mvn package` of cli, and not with --offline");
        }
        assumeTrue(there);
        return JsonMapper.builder().build().readTree(Files.readAllBytes(LIST));
    }

    private static List<String> licences(JsonNode library) {
        List<String> found = new ArrayList<>();
        for (JsonNode each : library.path("licenses")) {
            String expression = each.path("expression").asString("");
            found.add(
                    expression.isEmpty()
                            ? each.at("/license/id")
                                    .asString(each.at("/license/name").asString("unnamed"))
                            : expression);
        }
        return found;
    }

    /** Of several licences one can be chosen. */
    @Test
    void nothingThatTheProgramBringsIsUnderGplOrAgplAlone() throws IOException {
        Set<String> wrong = new TreeSet<>();
        for (JsonNode library : list().path("components")) {
            List<String> licences = licences(library);
            boolean free =
                    licences.stream().anyMatch(l -> !l.matches("(?i).*\\bA?GPL.*|.*GNU (Affero )?General Public.*"));
            if (!free && !library.path("group").asString("").equals("org.homeward")) {
                wrong.add(library.path("purl").asString("") + " " + licences);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theListHasEveryJarBesideTheProgram() throws IOException {
        Set<String> listed = new TreeSet<>();
        for (JsonNode library : list().path("components")) {
            listed.add(library.path("name").asString("") + "-"
                    + library.path("version").asString("") + ".jar");
        }
        try (var jars = Files.list(Tree.ROOT.resolve("cli/target/lib"))) {
            assertThat(jars.map(p -> p.getFileName().toString())).isNotEmpty().allMatch(listed::contains);
        }
    }
}
