package org.homeward.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.homeward.node.web.PagesDescription.Listed;
import org.junit.jupiter.api.Test;

/** What programs are told of the pages is what the pages are made from: a new page, or a new field of one, without its words fails here. */
class PagesDescriptionTest {
    @Test
    void everyPageIsInTheTableAndNoOther() throws Exception {
        List<Listed> listed = PagesDescription.listed();

        assertThat(listed.stream().map(Listed::path))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(PageAddresses.all().keySet());
        assertThat(listed).allSatisfy(page -> assertThat(page.words()).isNotBlank());
    }

    @Test
    void theDescriptionIsThatOfTheTemplates() throws Exception {
        String written = new PagesDescription().write();
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("pages.json"), written);

        try (InputStream in = PageData.class.getResourceAsStream("/org/homeward/node/server/pages.json")) {
            String there = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(there.equals(written))
                    .as(
                            "src/main/resources/org/homeward/node/server/pages.json is what the pages are: when they changed on purpose,"
                                    + " take target/pages.json in its place and read what changed")
                    .isTrue();
        }
    }
}
