package org.homeward.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SlipShapeTest {
    @Test
    void eachShapeIsTold() {
        assertShape("kovalenko", "kovalenko", SlipShape.SAME_SOUNDS);
        assertShape("kovalenko", "kovvalenko", SlipShape.WRITTEN_TWICE);
        assertShape("kovalenko", "koavlenko", SlipShape.CHANGED_PLACES);
        assertShape("kovalenko", "kovlenko", SlipShape.VOWEL_MORE);
        assertShape("kovalenko", "koalenko", SlipShape.CONSONANT_MORE);
        assertShape("kovalenko", "kovilenko", SlipShape.OTHER_VOWEL);
        assertShape("petrov", "petrova", SlipShape.VOWEL_MORE_AT_END);
        assertShape("petro", "petrov", SlipShape.CONSONANT_MORE_AT_END);
        assertShape("kovalenko", "konalenko", SlipShape.OTHER_CONSONANT);
        assertShape("kovalenko", "kovalvnko", SlipShape.VOWEL_FOR_CONSONANT);
        assertShape("kovalenko", "kovalenka", SlipShape.OTHER_VOWEL_AT_END);
        assertShape("petrov", "petroh", SlipShape.OTHER_CONSONANT_AT_END);
        assertShape("kovalenko", "kavalinko", SlipShape.MORE_THAN_ONE);
        assertShape("kovalenko", "", SlipShape.MORE_THAN_ONE);
    }

    private static void assertShape(String one, String other, int shape) {
        assertThat(SlipShape.of(one, other)).as(one + " " + other).isEqualTo(shape);
        assertThat(SlipShape.of(other, one)).as(other + " " + one).isEqualTo(shape);
    }
}
