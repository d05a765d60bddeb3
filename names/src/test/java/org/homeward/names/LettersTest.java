package org.homeward.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Words told by their letters in numbers, against the same told by their letters one by one. */
final class LettersTest {
    @Test
    void likenessAndShapeAreTheSameOfWordsAndOfTheirSounds() {
        Random random = new Random(12);
        int fit = 0;
        int slips = 0;
        for (int round = 0; round < 20_000; round++) {
            String one = word(random);
            String other = random.nextInt(3) == 0 ? word(random) : slip(one, random);
            Token a = new Token(one);
            Token b = new Token(other);
            int shape = SlipShape.of(a.sound, b.sound);
            assertThat(Likeness.tenths(a, b)).as(one + " " + other).isEqualTo(Likeness.tenths(a.sound, b.sound));
            assertThat(SlipShape.of(a, b)).as(one + " " + other).isEqualTo(shape);
            assertThat(SlipShape.of(b, a)).as(other + " " + one).isEqualTo(shape);
            fit += a.fits && b.fits ? 1 : 0;
            slips += shape != SlipShape.MORE_THAN_ONE ? 1 : 0;
        }
        assertThat(fit).isBetween(10_000, 19_999);
        assertThat(slips).isGreaterThan(5_000);
    }

    @Test
    void everyLetterIsFoundAtItsPlace() {
        String sound = "abcdefghijklmnopqrstuvwx";
        assertThat(Letters.fit(sound)).isTrue();
        for (int i = 0; i < sound.length(); i++) {
            assertThat(Letters.at(Letters.from(sound, 0), Letters.from(sound, Letters.FIRST), i))
                    .isEqualTo(i + 1);
        }
        assertThat(Letters.fit(sound + "y")).isFalse();
        assertThat(Letters.fit("1a")).isFalse();
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder("кн");
        int letters = random.nextInt(8) == 0 ? 26 : 12;
        for (int i = random.nextInt(letters); i >= 0; i--) {
            word.append("аеиоуйвклмнрстшчщюяьгз2".charAt(random.nextInt(random.nextInt(20) == 0 ? 23 : 22)));
        }
        return word.toString();
    }

    private static String slip(String word, Random random) {
        int at = random.nextInt(word.length());
        int from = random.nextBoolean() ? at : at + 1;
        if (at > 0 && random.nextInt(4) == 0) {
            return word.substring(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.substring(at + 1);
        }
        return word.substring(0, at) + word(random).charAt(random.nextInt(3)) + word.substring(from);
    }
}
