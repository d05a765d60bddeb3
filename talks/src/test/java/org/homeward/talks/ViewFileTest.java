package org.homeward.talks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.homeward.talks.Example.entry;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.json.MalformedJsonException;
import org.junit.jupiter.api.Test;

class ViewFileTest {
    private static final SigningKey KEY = SigningKey.generate(new SecureRandom());
    private static final Instant AT = Instant.parse("2026-02-06T08:00:00Z");

    private static byte[] file(List<Entry> log, String who) {
        return ViewFile.signed("abu-dhabi", AT, View.of(log, who), KEY);
    }

    @Test
    void aViewComesOutAsItWentIn() throws Exception {
        for (String who : List.of("UA", "RU", "AE")) {
            ViewFile read = ViewFile.read(file(Example.entries(), who));

            assertThat(read.view()).isEqualTo(View.of(Example.entries(), who));
            assertThat(read.signer()).isEqualTo(KEY.publicText());
            assertThat(read.at()).isEqualTo(AT);
        }
    }

    @Test
    void twoWorldsThatDifferInConfidencesGiveTheOtherSideTheSameBytes() throws Exception {
        List<Entry> log = new ArrayList<>(Example.entries());
        log.add(
                entry(
                        "RU",
                        "{\"type\":\"MESSAGE\",\"id\":\"m\",\"from\":\"RU\",\"to\":\"US\",\"words\":{\"en\":\"between us\"},\"mayTell\":\"NO\"}"));
        log.add(
                entry(
                        "US",
                        "{\"type\":\"POSITION\",\"id\":\"p\",\"issue\":\"exchange\",\"of\":\"RU\",\"stance\":\"RED_LINE\",\"words\":{\"en\":\"never\"}}"));

        assertThat(file(log, "UA")).isEqualTo(file(Example.entries(), "UA"));
        assertThat(new String(file(log, "RU"), StandardCharsets.UTF_8)).contains("between us", "never");
    }

    @Test
    void aChangedByteIsFoundOrMakesNoFileAtAll() throws Exception {
        byte[] bytes = file(Example.entries(), "UA");
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
            assertThatThrownBy(() -> ViewFile.read(changed)).isInstanceOf(MalformedJsonException.class);
        }
    }
}
