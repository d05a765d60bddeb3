package org.homeward.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ArticleTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 5);

    @Test
    void whatIsNoArticleIsRefusedWithItsCode() {
        assertThat(code(new byte[0])).isEqualTo("empty");
        assertThat(code(new byte[50 << 20])).isEqualTo("too-large");
        assertThat(code(new byte[] {'a', 0, 'b'})).isEqualTo("binary");
        assertThat(code(new byte[] {'a', (byte) 0xff})).isEqualTo("not-utf8");
        assertThat(code("<!DOCTYPE html><p>x".getBytes(StandardCharsets.UTF_8))).isEqualTo("html");
    }

    private static String code(byte[] bytes) {
        Reading reading = Article.read(bytes, DAY);
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) reading).code();
    }
}
