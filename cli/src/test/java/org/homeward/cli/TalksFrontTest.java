package org.homeward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two issues of an exchange, the sides as a JSON and an XML file: fronts through the command. */
class TalksFrontTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("domain.json"), """
                {"name": "exchange", "issuesValues": {"size": {"values": ["100", "157", "500"]}, "civilians": {"values": ["none", "all"]}}}""");
        Files.writeString(folder.resolve("a.json"), """
                {"LinearAdditiveUtilitySpace": {"name": "A", "issueWeights": {"size": 0.4, "civilians": 0.6},
                "issueUtilities": {"size": {"discreteutils": {"valueUtilities": {"100": 0.1, "157": 0.5, "500": 1}}},
                "civilians": {"discreteutils": {"valueUtilities": {"none": 0, "all": 1}}}}}}""");
        Files.writeString(folder.resolve("b.xml"), """
                <utility_space><objective index="0" name="B"><issue index="1" name="size"><item index="1" value="100" evaluation="8"/>
                <item index="2" value="157" evaluation="10"/><item index="3" value="500" evaluation="2"/></issue>
                <issue index="2" name="civilians"><item index="1" value="none" evaluation="1"/><item index="2" value="all"
                evaluation="0"/></issue><weight index="1" value="0.7"/><weight index="2" value="0.3"/></objective>
                <reservation value="0.5"/></utility_space>""");
        Files.writeString(folder.resolve("clauses.json"), """
                {"clauses": [{"type": "BAR", "of": {"size": "157", "civilians": "all"}}]}""");
    }

    private int run(String... more) {
        String[] args = {
            "talks", "front", "--domain", file("domain.json"), "--a", file("a.json"), "--b", file("b.xml"), "--json"
        };
        String[] all = Stream.concat(Arrays.stream(args), Arrays.stream(more)).toArray(String[]::new);
        return Homeward.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void theFrontAndItsNamedPointsAreInTheJson() {
        assertThat(run()).isZero();

        JsonNode report = JsonMapper.shared().readTree(out.toString());
        assertThat(report.get("outcomes").asInt()).isEqualTo(6);
        assertThat(report.get("front")
                        .valueStream()
                        .map(p -> p.get("exact").toString())
                        .toList())
                .containsExactly("[\"1\",\"7/50\"]", "[\"4/5\",\"7/10\"]", "[\"1/5\",\"1\"]");
        assertThat(report.get("nash").get("outcome").toString()).isEqualTo("{\"size\":\"157\",\"civilians\":\"all\"}");
        assertThat(report.get("b").get("reservation").asDouble()).isEqualTo(.5);
    }

    @Test
    void clausesChangeTheFront() {
        assertThat(run("--clauses", file("clauses.json"), "--out", file("out"))).isZero();

        assertThat(JsonMapper.shared().readTree(out.toString()).get("front").size())
                .isEqualTo(3);
        assertThat(folder.resolve("out/front.csv"))
                .content()
                .startsWith("a,b,ways,size,civilians")
                .hasLineCount(4);
    }

    @Test
    void aFileThatCannotBeReadIsOneSentenceAndNothingIsWritten() throws IOException {
        Files.writeString(folder.resolve("a.json"), "{\"LinearAdditiveUtilitySpace\": {}}");

        assertThat(run("--out", file("out"))).isEqualTo(2);
        assertThat(err.toString().strip()).hasLineCount(1).contains("issueUtilities");
        assertThat(out.toString()).isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
