package org.homeward.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
    @Test
    void sortsMembersByCodeUnitAndEscapesOnlyWhatItMust() {
        byte[] bytes = CanonicalJson.bytes(new TreeMap<>(Map.of("б", 1, "a", "line\nГ\u0001\"\\/", "B", true)));
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo("{\"B\":true,\"a\":\"line\\nГ\\u0001\\\"\\\\/\",\"б\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " {}",
                "{} ",
                "{\"b\":1,\"a\":2}",
                "{\"a\":1,\"a\":1}",
                "1.0",
                "1e3",
                "9007199254740993",
                "\"\\u0041\"",
                "{\"a\":1}{}",
                "[1,]",
                "nul",
                "\"\\ud800\""
            })
    void refusesBytesThatAreNotTheOneFormOfTheirValue(String text) {
        assertThatThrownBy(() -> CanonicalJson.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void refusesNestingThatWouldExhaustTheStack() {
        byte[] deep = ("[".repeat(100_000) + "]".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> CanonicalJson.parse(deep)).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void acceptsOnlyBytesThatItWouldWriteItselfWhateverIsMutated() {
        byte[] sound =
                CanonicalJson.bytes(Map.of("name", "Ґрунт", "list", new int[] {1, 2, 3}, "deep", Map.of("x", "y")));
        Random random = new Random(20260205);
        for (int i = 0; i < 20_000; i++) {
            byte[] mutant = sound.clone();
            for (int k = 0; k <= random.nextInt(3); k++) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(CanonicalJson.bytes(CanonicalJson.parse(mutant))).isEqualTo(mutant);
            } catch (MalformedJsonException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }
}
