package org.homeward.node.families;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import org.homeward.protocol.crypto.SigningKey;
import org.junit.jupiter.api.Test;

/** A notice is checked without this node. */
class NoticeFileTest {
    private final SigningKey key = SigningKey.generate(new SecureRandom());
    private final NoticeFile notice = NoticeFile.sign("ua", "2026-02-05T12:00:00Z", "the words", "salt", key);

    @Test
    void itHoldsWithItsWordsAndWithoutThem() throws Exception {
        assertThat(NoticeFile.read(notice.bytes()).check(key.publicText())).isEqualTo(NoticeFile.Found.HOLDS);
        assertThat(NoticeFile.read(notice.withoutWords().bytes()).check(""))
                .isEqualTo(NoticeFile.Found.HOLDS_WITHOUT_WORDS);
        assertThat(new String(notice.withoutWords().bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("words\":\"t");
    }

    @Test
    void whateverIsChangedInItIsFound() {
        NoticeFile n = notice;
        assertThat(new NoticeFile(
                                2,
                                n.node(),
                                n.issued(),
                                n.digest(),
                                n.code(),
                                "pay us",
                                n.salt(),
                                n.key(),
                                n.signature(),
                                List.of())
                        .check(""))
                .isEqualTo(NoticeFile.Found.OTHER_WORDS);
        assertThat(new NoticeFile(
                                2,
                                "ru",
                                n.issued(),
                                n.digest(),
                                n.code(),
                                n.words(),
                                n.salt(),
                                n.key(),
                                n.signature(),
                                List.of())
                        .check(""))
                .isEqualTo(NoticeFile.Found.NOT_SIGNED);
        assertThat(new NoticeFile(
                                2,
                                n.node(),
                                n.issued(),
                                n.digest(),
                                "0000-0000-0000",
                                n.words(),
                                n.salt(),
                                n.key(),
                                n.signature(),
                                List.of())
                        .check(""))
                .isEqualTo(NoticeFile.Found.OTHER_CODE);
        NoticeFile forged =
                NoticeFile.sign("ua", n.issued(), n.words(), n.salt(), SigningKey.generate(new SecureRandom()));
        assertThat(forged.check(key.publicText())).isEqualTo(NoticeFile.Found.OTHER_KEY);
    }
}
