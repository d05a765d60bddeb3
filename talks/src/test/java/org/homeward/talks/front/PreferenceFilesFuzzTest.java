package org.homeward.talks.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever happens to a file on its way, the readers answer with a value: files or one sentence, never an exception. */
class PreferenceFilesFuzzTest {
    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "/>",
            "\"",
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "null",
            "-1",
            "1e999999999",
            "1e-400",
            "NaN",
            "0",
            "&x;",
            "<!DOCTYPE a>",
            "]]>",
            "<![CDATA[",
            "<issue index=\"9\" name=\"n\" type=\"integer\" lowerbound=\"0\" upperbound=\"999999999\"/>",
            "\"range\": [0, 1, 0.0000001]",
            "\u0000",
            "\ufeff",
            "\ud800");

    @Test
    void mutatedFilesGiveAValue() {
        Random random = new Random(9);
        List<byte[]> seeds = List.of(
                PreferenceFilesTest.utf8(PreferenceFilesTest.DOMAIN_XML),
                PreferenceFilesTest.utf8(PreferenceFilesTest.PROFILE_XML),
                PreferenceFilesTest.utf8(PreferenceFilesTest.PROFILE_JSON));
        Domain domain = PreferenceFilesTest.ok(PreferenceFiles.domain(seeds.getFirst()));
        int read = 0;
        for (int round = 0; round < 6_000; round++) {
            byte[] bytes = mutate(random, seeds.get(random.nextInt(seeds.size())));
            sentence(PreferenceFiles.domain(bytes));
            sentence(PreferenceFiles.clauses(bytes, domain));
            if (PreferenceFiles.profile(bytes) instanceof Read.Ok<ProfileFile>(ProfileFile file)) {
                read++;
                sentence(file.bind(file.domain() == null ? domain : file.domain()));
            }
        }
        assertThat(read).isGreaterThan(100);
    }

    private static void sentence(Read<?> read) {
        if (read instanceof Read.Bad<?>(String sentence)) {
            assertThat(sentence).isNotBlank().doesNotContain("Exception").doesNotContain("null pointer");
        }
    }

    private static byte[] mutate(Random random, byte[] seed) {
        byte[] bytes = seed;
        for (int i = random.nextInt(2); i >= 0; i--) {
            int at = random.nextInt(bytes.length + 1);
            int to = Math.min(bytes.length, at + random.nextInt(12));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(bytes, 0, at);
            if (random.nextBoolean()) {
                out.writeBytes(PreferenceFilesTest.utf8(PIECES.get(random.nextInt(PIECES.size()))));
            } else {
                out.write(random.nextInt(256));
            }
            out.write(bytes, to, bytes.length - to);
            bytes = out.toByteArray();
        }
        return bytes;
    }
}
