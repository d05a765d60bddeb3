package org.homeward.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of {@code docs/asvs.md} has every requirement once, and every test that it names is there. */
class AsvsTest {
    private static final Pattern ROW =
            Pattern.compile("\\| (\\d+\\.\\d+\\.\\d+) \\| ([12]) \\| ([^|]+) \\| (Test|Reason|Not met): ([^|]+) \\|");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)#(\\w+)`");
    private static final String TESTS = "(?m)@(?:Parameterized)?Test\\b(?s:(?!@(?:Parameterized)?Test\\b).)*?\\bvoid ";

    private record Row(String id, String level, String meaning, String kind, String answer) {}

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String line : Tree.read("docs/asvs.md").lines().toList()) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(new Row(row.group(1), row.group(2), row.group(3), row.group(4), row.group(5)));
            } else {
                assertThat(line).as("a row that cannot be read").doesNotMatch("\\|\\s*\\d.*");
            }
        }
        return rows;
    }

    private static Map<String, String> required() throws IOException {
        Map<String, String> levels = new TreeMap<>();
        try (InputStream in = AsvsTest.class.getResourceAsStream("asvs-5.0.0.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> levels.put(line.split(" ")[0], line.split(" ")[1]));
        }
        return levels;
    }

    @Test
    void everyRequirementOfLevelsOneAndTwoStandsThereOnceAndInItsChapter() throws IOException {
        Map<String, String> required = required();
        assertThat(required).hasSize(253);
        assertThat(rows().stream().map(Row::id).toList()).doesNotHaveDuplicates();
        Map<String, String> found = new TreeMap<>();
        rows().forEach(row -> found.put(row.id(), row.level()));
        assertThat(found).isEqualTo(required);
        assertThat(rows())
                .allSatisfy(
                        row -> assertThat(row.meaning().split(" ")).as(row.id()).hasSizeLessThanOrEqualTo(12));
        String chapter = "";
        for (String line : Tree.read("docs/asvs.md").lines().toList()) {
            if (line.startsWith("## V")) {
                chapter = line.substring(4).split(" ")[0];
            }
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                assertThat(row.group(1)).startsWith(chapter + ".");
            }
        }
    }

    @Test
    void everyTestThatIsNamedIsOneOfTheProjects() {
        Map<String, String> sources = new HashMap<>();
        for (Path file : Tree.FILES) {
            if (file.toString().contains("/src/test/java/") && file.toString().endsWith(".java")) {
                String name = file.getFileName().toString().replace(".java", "");
                // Two modules may have a test of one name: the method must be in one of them.
                sources.merge(name, Tree.text(file), String::concat);
            }
        }
        for (Row row : rows()) {
            List<MatchResult> named = NAMED.matcher(row.answer()).results().toList();
            assertThat(named.isEmpty()).as(row.id()).isEqualTo(!row.kind().equals("Test"));
            for (MatchResult test : named) {
                assertThat(sources).as(row.id()).containsKey(test.group(1));
                assertThat(Pattern.compile(TESTS + test.group(2) + "\\(")
                                .matcher(sources.get(test.group(1)))
                                .find())
                        .as(row.id() + " " + test.group())
                        .isTrue();
            }
        }
    }

    @Test
    void theHeadCountsRight() {
        Map<String, Long> counts = new HashMap<>();
        rows().forEach(row -> counts.merge(row.kind(), 1L, Long::sum));
        assertThat(Tree.read("docs/asvs.md"))
                .contains("Of 253 items %d have a test, %d a reason, and %d are not met."
                        .formatted(counts.get("Test"), counts.get("Reason"), counts.getOrDefault("Not met", 0L)));
    }

    @Test
    void everyItemThatIsNotMetSaysWhatItWouldTake() {
        String list = Tree.read("docs/asvs.md").split("\n## Not met\n")[1];
        for (Row row : rows()) {
            assertThat(list.contains("- **" + row.id() + "**"))
                    .as(row.id())
                    .isEqualTo(row.kind().equals("Not met"));
        }
    }
}
