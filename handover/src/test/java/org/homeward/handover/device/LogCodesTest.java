package org.homeward.handover.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.homeward.ledger.Result;
import org.homeward.protocol.crypto.Bytes;
import org.junit.jupiter.api.Test;

class LogCodesTest {
    /** Of a log's length and as hard to make shorter. */
    private static final byte[] LOG = new byte[5000];

    static {
        new Random(11).nextBytes(LOG);
    }

    private static List<String> texts() {
        return new ArrayList<>(LogCodes.texts(LOG).get());
    }

    private static String code(Result<?> result) {
        return result instanceof Result.Refused<?>(var refusal) ? refusal.code() : "ok";
    }

    @Test
    void codesInAnyOrderAndRepeatedAreTheLogAgain() {
        List<String> texts = texts();
        texts.addAll(texts.subList(0, 4));
        Collections.shuffle(texts, new Random(3));
        LogCodes.Gathering gathering = new LogCodes.Gathering();

        texts.forEach(text -> assertThat(gathering.add(text)).isEmpty());

        assertThat(gathering.missing()).isEmpty();
        assertThat(gathering.whole().get()).isEqualTo(LOG);
    }

    @Test
    void aLostCodeIsNamedAndNothingIsTakenBeforeItCame() {
        List<String> texts = texts();
        LogCodes.Gathering gathering = new LogCodes.Gathering();
        for (int i = 0; i < texts.size(); i++) {
            if (i != 2 && i != 5) {
                gathering.add(texts.get(i));
            }
        }

        assertThat(gathering.total()).isEqualTo(texts.size());
        assertThat(gathering.have()).isEqualTo(texts.size() - 2);
        assertThat(gathering.missing()).containsExactly(3, 6);
        assertThat(code(gathering.whole())).isEqualTo("codes.missing");
        gathering.add(texts.get(5));
        gathering.add(texts.get(2));
        assertThat(gathering.whole().get()).isEqualTo(LOG);
    }

    @Test
    void picturesAreReadAsTheyWereMade() {
        LogCodes.Gathering gathering = new LogCodes.Gathering();

        LogCodes.pictures(LOG)
                .get()
                .forEach(png -> assertThat(gathering.addPicture(png)).isEmpty());

        assertThat(gathering.whole().get()).isEqualTo(LOG);
        assertThat(gathering.addPicture(Bytes.utf8("no picture")).orElseThrow().code())
                .isEqualTo("codes.none");
    }

    @Test
    void codesOfTwoLogsDoNotMix() {
        byte[] other = Bytes.utf8("another log\n".repeat(40));
        LogCodes.Gathering gathering = new LogCodes.Gathering();
        List<String> texts = texts();
        texts.subList(0, 3).forEach(gathering::add);
        LogCodes.texts(other).get().forEach(gathering::add);

        assertThat(gathering.whole().get()).isEqualTo(other);
        texts.forEach(gathering::add);
        assertThat(gathering.whole().get()).isEqualTo(LOG);
    }

    @Test
    void anAlteredCodeIsFoundAndAllCanBeTakenAgain() {
        List<String> texts = texts();
        String third = texts.get(2);
        char last = third.charAt(third.length() - 3) == '0' ? '1' : '0';
        texts.set(2, third.substring(0, third.length() - 3) + last + third.substring(third.length() - 2));
        LogCodes.Gathering gathering = new LogCodes.Gathering();
        texts.forEach(gathering::add);

        assertThat(code(gathering.whole())).isEqualTo("codes.altered");
        assertThat(gathering.total()).isZero();
        texts().forEach(gathering::add);
        assertThat(gathering.whole().get()).isEqualTo(LOG);
    }

    @Test
    void whatIsNoCodeIsRefused() {
        LogCodes.Gathering gathering = new LogCodes.Gathering();

        for (String text : List.of("", "HWL1", "HWL1abc", "HW1ABC", "HWL1" + "0".repeat(30))) {
            assertThat(gathering.add(text).orElseThrow().code()).as(text).isEqualTo("codes.form");
        }
        assertThat(code(gathering.whole())).isEqualTo("codes.missing");
    }

    @Test
    void anEmptyLogHasOneCode() {
        LogCodes.Gathering gathering = new LogCodes.Gathering();
        LogCodes.texts(new byte[0]).get().forEach(gathering::add);

        assertThat(gathering.whole().get()).isEmpty();
    }
}
