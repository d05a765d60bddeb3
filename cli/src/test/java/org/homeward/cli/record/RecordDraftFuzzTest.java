package org.homeward.cli.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.homeward.cli.Homeward;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever file is given, {@code record draft} answers with a draft whose spans fit, or with one sentence. */
final class RecordDraftFuzzTest {
    private static final String ENGLISH =
            "Talks open: envoy\n\nGENEVA, Feb 5 (Agency) - \"The road is open,\" Orla Venn, who leads"
                    + " the mission, said on Thursday. According to two officials, 84 prisoners went home last week, every Thursday.\n\n"
                    + "“We waited,” he added. “It was long.\n\n“Nobody came by 9:40 a.m. in the second quarter.”";
    private static final String RUSSIAN =
            "«Списки готовы», — заявил глава делегации Иван Верев. По её словам, 157 пленных"
                    + " вернулись в среду ночью, говорится в сообщении. В штабе обещают проверить до конца месяца.";
    private static final String UKRAINIAN =
            "— Ми чекали, — каже пані Олена. — Довго. Згідно з даними штабу, „обмін“ відбувся"
                    + " торік, щочетверга, у третьому кварталі, п'ятеро людей загинули.";

    @TempDir
    Path folder;

    private record Answer(int code, String out, String err) {}

    private Answer draft(byte[] bytes) throws IOException {
        return draft(Files.write(folder.resolve("article.txt"), bytes));
    }

    private static Answer draft(Path file) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Homeward.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        int code = line.execute("record", "draft", file.toString(), "--published", "2026-02-05", "--json");
        return new Answer(code, out.toString(), err.toString());
    }

    private static void isRefusedInOneSentence(Answer answer) {
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().strip()).isNotEmpty().endsWith(".").doesNotContain("\n", "Exception");
    }

    @Test
    void aFileThatIsNoArticleIsRefusedInOneSentence() throws IOException {
        isRefusedInOneSentence(draft(new byte[0]));
        isRefusedInOneSentence(draft(" \n\t\n".getBytes(StandardCharsets.UTF_8)));
        isRefusedInOneSentence(draft(new byte[50 << 20]));
        isRefusedInOneSentence(draft("x".repeat(50 << 20).getBytes(StandardCharsets.UTF_8)));
        isRefusedInOneSentence(draft("<!DOCTYPE html><html><p>“Open,” she said.</p>".getBytes(StandardCharsets.UTF_8)));
        isRefusedInOneSentence(draft(RUSSIAN.getBytes(Charset.forName("windows-1251"))));
        isRefusedInOneSentence(draft(ENGLISH.getBytes(StandardCharsets.UTF_16)));
        isRefusedInOneSentence(draft(folder));
        isRefusedInOneSentence(draft(folder.resolve("absent.txt")));
        byte[] mixed = (RUSSIAN + "|").getBytes(StandardCharsets.UTF_8);
        mixed[mixed.length - 1] = (byte) 0xc3;
        isRefusedInOneSentence(draft(mixed));
        byte[] noise = new byte[4_096];
        new Random(7).nextBytes(noise);
        isRefusedInOneSentence(draft(noise));
    }

    @Test
    void brokenTextGivesADraftWhoseSpansReproduceTheirWords() throws IOException {
        assertFits("\"".repeat(5_000));
        assertFits("“".repeat(5_000) + ENGLISH);
        assertFits("said ".repeat(5_000));
        assertFits("\"a\" he said, ".repeat(3_000));
        assertFits("X, who said Y, who said Z, ".repeat(2_000));
        assertFits("\u202e" + ENGLISH + "\u202c שלום said اللقاء.");
        assertFits("קול, said הדובר on Thursday. \"שלום,\" he said.");
        assertFits("a".repeat(200_000));
        assertFits("1,".repeat(100_000));
        assertFits(ENGLISH.replace("\"", "").replace("”", ""));
        assertFits("\ufeff" + UKRAINIAN);
        assertFits(ENGLISH.replace("\n", "\r\n"));
    }

    @Test
    void mutatedArticlesNeverFail() throws IOException {
        Random random = new Random(20_260_205);
        String alphabet = "“”\"'«»„‘’—-\n.,:;!? aZЖїשׁ\u202e\u200fé0123\uD83D\uDE00|<>[]{}\\";
        String[] seeds = {ENGLISH, RUSSIAN, UKRAINIAN};
        int drafts = 0;
        for (int round = 0; round < 600; round++) {
            StringBuilder text = new StringBuilder(seeds[round % seeds.length]);
            for (int k = random.nextInt(40); k > 0; k--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
                    case 1 -> text.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
                    default -> text.delete(at, Math.min(text.length() - 1, at + random.nextInt(12)));
                }
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            Answer answer = draft(bytes);
            if (answer.code() == 0) {
                fits(new String(bytes, StandardCharsets.UTF_8), answer);
                drafts++;
            } else {
                isRefusedInOneSentence(answer);
            }
        }
        assertThat(drafts).isGreaterThan(500);
    }

    private void assertFits(String text) throws IOException {
        Answer answer = draft(text.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        fits(text, answer);
    }

    private static void fits(String text, Answer answer) {
        fits(text, new JsonMapper().readTree(answer.out()));
    }

    private static void fits(String text, JsonNode node) {
        if (node.has("begin") && node.has("end") && node.has("words")) {
            assertThat(text.substring(node.get("begin").asInt(), node.get("end").asInt()))
                    .isEqualTo(node.get("words").asString());
        }
        node.forEach(child -> fits(text, child));
    }
}
