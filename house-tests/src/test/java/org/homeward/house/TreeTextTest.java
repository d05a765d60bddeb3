package org.homeward.house;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules about the files themselves. Words that would make this file break its own rule are written in two parts. */
class TreeTextTest {
    private static final List<String> TEXT =
            List.of(".java", ".xml", ".md", ".properties", ".json", ".jte", ".sql", ".css", ".html", ".js");
    private static final List<String> LATER = List.of("TO" + "DO", "FIX" + "ME");
    private static final List<String> PLACES =
            List.of("/ho" + "me/", "/wo" + "rk/", "/ro" + "ot/", "/tm" + "p/", "/us" + "r/lib/jvm/", "C:" + "\\");
    private static final Pattern SLEEP =
            Pattern.compile("\\bThread\\s*\\.\\s*sleep\\b|\\b(NANO|MICRO|MILLI)?SECONDS\\s*\\.\\s*sleep\\b");
    /** Bundles of a class (Forms, Forms_uk) and those in a folder of messages; English may be the one without a language. */
    private static final Pattern MESSAGES = Pattern.compile(
            "(.*/src/main/resources/(?:.*/[A-Z][A-Za-z]*|messages/[a-z]+))(?:_([a-z]{2}))?\\.properties");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
    private static final long LARGEST_FILE = 1 << 20;
    private static final int LONGEST_JAVA = 500;

    @Test
    void theTreeIsTheWholeProject() {
        assertThat(ModuleTable.TABLE)
                .allSatisfy(line -> assertThat(files(f -> f.startsWith(Tree.ROOT.resolve(line.name()))))
                        .anyMatch(TreeTextTest::java));
    }

    @Test
    void noFileIsOverOneMebibyte() {
        assertThat(files(f -> Tree.size(f) > LARGEST_FILE)).isEmpty();
    }

    @Test
    void noJavaFileIsOverFiveHundredLines() {
        assertThat(files(f -> java(f) && Tree.text(f).lines().count() > LONGEST_JAVA))
                .isEmpty();
    }

    @Test
    void noJavaFileLeavesWorkForLater() {
        assertThat(files(f -> java(f) && LATER.stream().anyMatch(Tree.text(f)::contains)))
                .isEmpty();
    }

    @Test
    void noTestWaitsByLettingTimePass() {
        assertThat(files(f -> java(f)
                        && f.toString().contains("/src/test/")
                        && SLEEP.matcher(Tree.text(f)).find()))
                .isEmpty();
    }

    @Test
    void noFileNamesTheMachineItWasWrittenOn() {
        assertThat(files(f -> readable(f) && PLACES.stream().anyMatch(Tree.text(f)::contains)))
                .isEmpty();
    }

    @Test
    void everyMessageIsThereInEveryLanguageWithTheSamePlaceholders() {
        Map<String, List<Path>> bundles = files(
                        f -> MESSAGES.matcher(f.toString()).matches())
                .stream()
                .collect(groupingBy(f -> MESSAGES.matcher(f.toString()).replaceFirst("$1")));
        assertThat(bundles).isNotEmpty().allSatisfy((name, files) -> {
            Set<String> languages = files.stream()
                    .map(f -> MESSAGES.matcher(f.toString()).replaceFirst("$2"))
                    .map(language -> language.isEmpty() ? "en" : language)
                    .collect(toSet());
            assertThat(languages).containsExactlyInAnyOrder("en", "uk", "ru", "ar");
            assertThat(files).allSatisfy(f -> assertThat(placeholders(f)).isEqualTo(placeholders(files.getFirst())));
        });
    }

    /** The placeholders of each message, sorted: another language may want another order. */
    private static Map<String, List<String>> placeholders(Path bundle) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Tree.text(bundle)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(toMap(
                        key -> key,
                        key -> PLACEHOLDER
                                .matcher(properties.getProperty(key))
                                .results()
                                .map(MatchResult::group)
                                .sorted()
                                .toList()));
    }

    private static List<Path> files(Predicate<Path> wanted) {
        return Tree.FILES.stream().filter(wanted).toList();
    }

    private static boolean java(Path file) {
        return file.toString().endsWith(".java");
    }

    private static boolean readable(Path file) {
        return TEXT.stream().anyMatch(file.toString()::endsWith);
    }
}
